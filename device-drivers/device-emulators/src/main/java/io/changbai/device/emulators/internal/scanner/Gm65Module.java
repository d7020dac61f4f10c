package io.changbai.device.emulators.internal.scanner;

import io.changbai.device.emulators.internal.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** {@code 7E 00}, type (07 read, 08 write), length, address, data, CRC or AB CD. Replies are mixed with codes. */
public final class Gm65Module extends PlainCodes {
    private static final int READ = 7;
    private static final int WRITE = 8;
    private static final int TRIGGER = 0x0002;
    private static final int VERSION = 0x00E2;
    private static final byte[] WRITTEN = HexFormat.of().parseHex("02000001003331");
    private static final byte[] WRONG_CHECK = HexFormat.of().parseHex("02000101000401");
    private static final byte[] UNKNOWN = HexFormat.of().parseHex("02000301006A61");

    private final Eye eye;
    private final byte[] zones = new byte[0x100];

    public Gm65Module(Eye eye) {
        this.eye = eye;
        zones[VERSION] = 0x6F;
    }

    @Override
    public void serve(Wire wire) throws IOException {
        InputStream in = wire.in();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == 0x7E && in.read() == 0) {
                frame(wire, in.readNBytes(2));
            }
        }
    }

    private void frame(Wire wire, byte[] head) throws IOException {
        if (head.length < 2) {
            return;
        }
        int length = head[1] & 0xFF;
        byte[] rest = wire.in().readNBytes(2 + length + 2);
        if (rest.length == length + 4 && eye.mood() != Mood.DEAF) {
            byte[] reply = reply(head[0], length, rest);
            if (eye.mood() != Mood.OBEYS_SILENTLY) {
                wire.send(reply);
            }
        }
    }

    private byte[] reply(int type, int length, byte[] rest) {
        int address = word(rest, 0);
        int given = word(rest, length + 2);
        if (given != 0xABCD && given != check(type, length, rest)) {
            return WRONG_CHECK.clone();
        } else if (eye.mood() == Mood.REFUSES || address + 16 > zones.length || length > 16) {
            return UNKNOWN.clone();
        } else if (type == READ) {
            return zone(address, Math.min(16, rest[2] & 0xFF));
        }
        return type == WRITE ? write(address, length, rest) : UNKNOWN.clone();
    }

    private byte[] write(int address, int length, byte[] rest) {
        System.arraycopy(rest, 2, zones, address, length);
        if (address == TRIGGER) {
            eye.arm((rest[2] & 1) != 0);
        }
        return WRITTEN.clone();
    }

    private byte[] zone(int address, int count) {
        byte[] reply = new byte[count + 6];
        reply[0] = 2;
        reply[3] = (byte) count;
        System.arraycopy(zones, address, reply, 4, count);
        int crc = crc(Arrays.copyOfRange(reply, 2, count + 4));
        reply[count + 4] = (byte) (crc >>> 8);
        reply[count + 5] = (byte) crc;
        return reply;
    }

    private static int check(int type, int length, byte[] rest) {
        byte[] checked = new byte[length + 4];
        checked[0] = (byte) type;
        checked[1] = (byte) length;
        System.arraycopy(rest, 0, checked, 2, length + 2);
        return crc(checked);
    }

    /** Bit by bit, polynomial 1021 from 0000. */
    private static int crc(byte[] bytes) {
        int register = 0;
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int in = bytes[bit / 8] >> (7 - bit % 8) & 1;
            int out = register >> 15 & 1;
            register = register << 1 & 0xFFFF;
            register = in == out ? register : register ^ 0x1021;
        }
        return register;
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }
}
