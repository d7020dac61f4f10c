package io.changbai.face.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** One message of docs/protocols/face-engine.md §2, read and written on the engine's side. */
record Message(int type, int id, byte[] payload) {

    static final int HELLO = 0x01;
    static final int ASSESS = 0x02;
    static final int FORGET = 0x03;
    static final int READY = 0x81;
    static final int ASSESSED = 0x82;
    static final int FORGOTTEN = 0x83;
    static final int REFUSED = 0xFF;

    static final int LARGEST = 4 * 1024 * 1024;
    private static final int MAGIC = 0x4346;
    private static final int VERSION = 1;

    /** What is wrong with what the other side sent; after it nothing that follows can be trusted. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;
        final String code;
        final int id;

        Malformed(String code, int id) {
            super(code);
            this.code = code;
            this.id = id;
        }
    }

    /** The next message; null when the other side has closed, which is how an engine is told to end. */
    static Message read(DataInputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        int magic = first << 8 | in.readUnsignedByte();
        int version = in.readUnsignedByte();
        int type = in.readUnsignedByte();
        int id = in.readInt();
        int length = in.readInt();
        if (magic != MAGIC) {
            throw new Malformed("frame", 0);
        } else if (version != VERSION) {
            throw new Malformed("version", id);
        } else if (length < 0 || length > LARGEST) {
            throw new Malformed("too-large", id);
        }
        byte[] payload = new byte[length];
        try {
            in.readFully(payload);
        } catch (EOFException e) {
            Arrays.fill(payload, (byte) 0);
            throw e;
        }
        return new Message(type, id, payload);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeShort(MAGIC);
        out.writeByte(VERSION);
        out.writeByte(type);
        out.writeInt(id);
        out.writeInt(payload.length);
        out.write(payload);
        out.flush();
    }

    void wipe() {
        Arrays.fill(payload, (byte) 0);
    }
}
