package io.changbai.face.camera.internal.engine;

import java.nio.ByteBuffer;

/**
 * One message to or from a face engine (docs/protocols/face-engine.md §2).
 *
 * <pre>
 *   0  43 46      "CF"
 *   2  01         version
 *   3  type
 *   4  id         unsigned 32, big end first; an answer carries its question's
 *   8  length     of the payload, unsigned 32, big end first
 *  12  payload
 * </pre>
 */
record EngineMessage(int type, int id, byte[] payload) {

    static final int HELLO = 0x01;
    static final int ASSESS = 0x02;
    static final int FORGET = 0x03;
    static final int READY = 0x81;
    static final int ASSESSED = 0x82;
    static final int FORGOTTEN = 0x83;
    static final int REFUSED = 0xFF;

    static final int HEADER = 12;
    static final int VERSION = 1;
    /** Answers are a few lines of text. */
    static final int LARGEST_ANSWER = 64 * 1024;

    private static final short MAGIC = 0x4346;

    static byte[] header(int type, int id, int length) {
        return ByteBuffer.allocate(HEADER)
                .putShort(MAGIC)
                .put((byte) VERSION)
                .put((byte) type)
                .putInt(id)
                .putInt(length)
                .array();
    }

    /** The length of the payload that follows this header of an answer, or a negative number when it is none. */
    static int payloadLength(byte[] header) {
        ByteBuffer fields = ByteBuffer.wrap(header);
        boolean ours = fields.getShort() == MAGIC && fields.get() == VERSION;
        int length = fields.getInt(8);
        return ours && length >= 0 && length <= LARGEST_ANSWER ? length : -1;
    }

    static EngineMessage of(byte[] header, byte[] payload) {
        return new EngineMessage(header[3] & 0xFF, ByteBuffer.wrap(header).getInt(4), payload);
    }
}
