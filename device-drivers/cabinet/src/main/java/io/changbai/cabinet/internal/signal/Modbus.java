package io.changbai.cabinet.internal.signal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Frames of Modbus RTU: unit, function, data, CRC-16 with its low byte first (Modbus over Serial Line V1.02 §2.5.1).
 * Pure; the functions an I/O board of lamps and contacts needs: 01 and 02 read, 05 and 15 write.
 */
final class Modbus {

    static final int READ_COILS = 0x01;
    static final int READ_INPUTS = 0x02;
    static final int WRITE_COIL = 0x05;
    static final int WRITE_COILS = 0x0F;

    /** Longest frame of the specification. */
    static final int LONGEST = 256;

    private static final int ERROR = 0x80;
    private static final int ON = 0xFF00;

    /** What came back. */
    sealed interface Reply permits Bits, Written, Refused, Broken {}

    /** @param levels as many as whole bytes came, from the first line that was asked for */
    record Bits(int function, BitSet levels, int count) implements Reply {}

    record Written(int function, int start, int value) implements Reply {}

    /** @param code 1 function, 2 address, 3 value not known to the board; 4 broken; 6 busy */
    record Refused(int function, int code) implements Reply {}

    /** Not a frame, or not for us. */
    record Broken(String why) implements Reply {}

    private Modbus() {}

    static byte[] read(int unit, int function, int start, int count) {
        return closed(unit, function, start >> 8, start, count >> 8, count);
    }

    static byte[] writeCoil(int unit, int line, boolean level) {
        int value = level ? ON : 0;
        return closed(unit, WRITE_COIL, line >> 8, line, value >> 8, value);
    }

    static byte[] writeCoils(int unit, int start, int count, BitSet levels) {
        int bytes = (count + 7) / 8;
        int[] frame = new int[7 + bytes];
        frame[0] = unit;
        frame[1] = WRITE_COILS;
        frame[2] = start >> 8;
        frame[3] = start;
        frame[4] = count >> 8;
        frame[5] = count;
        frame[6] = bytes;
        for (int i = 0; i < count; i++) {
            frame[7 + i / 8] |= levels.get(start + i) ? 1 << i % 8 : 0;
        }
        return closed(frame);
    }

    private static byte[] closed(int... content) {
        byte[] frame = new byte[content.length + 2];
        for (int i = 0; i < content.length; i++) {
            frame[i] = (byte) content[i];
        }
        int crc = crc(frame, content.length);
        frame[content.length] = (byte) crc;
        frame[content.length + 1] = (byte) (crc >> 8);
        return frame;
    }

    /** CRC-16, polynomial A001 (reflected 8005), begins with FFFF. */
    static int crc(byte[] bytes, int length) {
        int crc = 0xFFFF;
        for (int i = 0; i < length; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xA001;
            }
        }
        return crc;
    }

    /** How long the frame that begins like this will be; empty while that cannot be told. */
    static Optional<Integer> length(byte[] received, int count) {
        if (count < 3) {
            return Optional.empty();
        }
        int function = received[1] & 0xFF;
        if ((function & ERROR) != 0) {
            return Optional.of(5);
        }
        boolean bits = function == READ_COILS || function == READ_INPUTS;
        return Optional.of(bits ? 5 + (received[2] & 0xFF) : 8);
    }

    /** Any bytes in, never an exception out. */
    static Reply decode(byte[] frame, int unit) {
        if (frame.length < 5 || frame.length > LONGEST) {
            return new Broken(frame.length + " bytes");
        }
        int body = frame.length - 2;
        if (crc(frame, body) != ((frame[body] & 0xFF) | (frame[body + 1] & 0xFF) << 8)) {
            return new Broken("wrong CRC");
        }
        if ((frame[0] & 0xFF) != unit) {
            return new Broken("unit " + (frame[0] & 0xFF) + " answers");
        }
        int function = frame[1] & 0xFF;
        if ((function & ERROR) != 0) {
            return new Refused(function & ~ERROR, frame[2] & 0xFF);
        }
        return switch (function) {
            case READ_COILS, READ_INPUTS -> bits(frame, body);
            case WRITE_COIL, WRITE_COILS -> written(frame, body);
            default -> new Broken("function " + function);
        };
    }

    private static Reply bits(byte[] frame, int body) {
        int bytes = frame[2] & 0xFF;
        if (bytes == 0 || body != 3 + bytes) {
            return new Broken("byte count " + bytes + " in a frame of " + frame.length);
        }
        return new Bits(frame[1], BitSet.valueOf(Arrays.copyOfRange(frame, 3, body)), bytes * 8);
    }

    private static Reply written(byte[] frame, int body) {
        if (body != 6) {
            return new Broken("confirmation of " + frame.length + " bytes");
        }
        return new Written(frame[1], word(frame, 2), word(frame, 4));
    }

    private static int word(byte[] frame, int at) {
        return (frame[at] & 0xFF) << 8 | frame[at + 1] & 0xFF;
    }
}
