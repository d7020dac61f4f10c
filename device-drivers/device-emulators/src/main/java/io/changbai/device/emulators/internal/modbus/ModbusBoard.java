package io.changbai.device.emulators.internal.modbus;

import io.changbai.device.emulators.internal.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An I/O board of contacts and relays that speaks Modbus RTU: functions 01, 02, 05 and 15. A frame with a wrong checksum,
 * or for another unit, is not answered, as the specification wants.
 */
public final class ModbusBoard {
    private static final int ON = 0xFF00;

    private final int unit;
    private final boolean[] inputs;
    private final boolean[] coils;
    private final long[] lastSetNanos;
    private final Troubles troubles;

    public ModbusBoard(int unit, int inputs, int coils, Troubles troubles) {
        this.troubles = troubles;
        this.unit = unit;
        this.inputs = new boolean[inputs];
        this.coils = new boolean[coils];
        this.lastSetNanos = new long[coils];
    }

    public synchronized void input(int line, boolean high) {
        inputs[line] = high;
    }

    public synchronized boolean coil(int line) {
        return coils[line];
    }

    /** Whether the coil is set, or was within the last {@code millis}. */
    public synchronized boolean wasSetWithin(int line, long millis) {
        boolean ever = lastSetNanos[line] != 0;
        return coils[line] || ever && System.nanoTime() - lastSetNanos[line] < millis * 1_000_000;
    }

    /** Answers one host until it hangs up. */
    public void serve(Wire wire) throws IOException {
        InputStream in = wire.in();
        while (true) {
            byte[] head = in.readNBytes(2);
            if (head.length < 2) {
                return;
            }
            byte[] frame = rest(in, head);
            if (frame.length == 0) {
                in.skipNBytes(in.available()); // noise: until the line is quiet
                continue;
            }
            if (isForUs(frame) && !troubles.isMute()) {
                wire.send(troubles.spoil(answer(frame)));
            }
        }
    }

    /** The whole request; empty when its function is not ours and its length cannot be known. */
    private static byte[] rest(InputStream in, byte[] head) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(head);
        switch (head[1]) {
            case 0x01, 0x02, 0x05 -> frame.writeBytes(in.readNBytes(6));
            case 0x0F -> {
                byte[] fixed = in.readNBytes(5);
                frame.writeBytes(fixed);
                frame.writeBytes(in.readNBytes(fixed.length < 5 ? 0 : (fixed[4] & 0xFF) + 2));
            }
            default -> {
                return new byte[0];
            }
        }
        return frame.toByteArray();
    }

    private boolean isForUs(byte[] frame) {
        int body = frame.length - 2;
        return body >= 6
                && (frame[0] & 0xFF) == unit
                && checksum(frame, body) == ((frame[body] & 0xFF) | (frame[body + 1] & 0xFF) << 8);
    }

    private byte[] answer(byte[] frame) {
        int refusal = troubles.takeRefusal();
        if (refusal != 0) {
            return closed(unit, frame[1] | 0x80, refusal);
        }
        int start = word(frame, 2);
        int value = word(frame, 4);
        return switch (frame[1]) {
            case 0x01 -> bits(frame[1], coils, start, value);
            case 0x02 -> bits(frame[1], inputs, start, value);
            case 0x05 -> one(frame, start, value);
            default -> many(frame, start, value);
        };
    }

    private synchronized byte[] bits(int function, boolean[] lines, int start, int count) {
        if (count == 0 || start + count > lines.length) {
            return closed(unit, function | 0x80, 2);
        }
        int bytes = (count + 7) / 8;
        int[] content = new int[3 + bytes];
        content[0] = unit;
        content[1] = function;
        content[2] = bytes;
        for (int i = 0; i < count; i++) {
            content[3 + i / 8] |= lines[start + i] ? 1 << i % 8 : 0;
        }
        return closed(content);
    }

    private synchronized byte[] one(byte[] frame, int line, int value) {
        if (line >= coils.length) {
            return closed(unit, 0x85, 2);
        }
        if (value != 0 && value != ON) {
            return closed(unit, 0x85, 3);
        }
        set(line, value == ON);
        return frame;
    }

    private synchronized byte[] many(byte[] frame, int start, int count) {
        if (count == 0 || start + count > coils.length || (frame[6] & 0xFF) != (count + 7) / 8) {
            return closed(unit, 0x8F, 2);
        }
        for (int i = 0; i < count; i++) {
            set(start + i, (frame[7 + i / 8] >> i % 8 & 1) != 0);
        }
        return closed(unit, 0x0F, start >> 8, start, count >> 8, count);
    }

    private void set(int line, boolean on) {
        if (coils[line] || on) {
            lastSetNanos[line] = System.nanoTime();
        }
        coils[line] = on;
    }

    private static int word(byte[] frame, int at) {
        return (frame[at] & 0xFF) << 8 | frame[at + 1] & 0xFF;
    }

    private static byte[] closed(int... content) {
        byte[] frame = new byte[content.length + 2];
        for (int i = 0; i < content.length; i++) {
            frame[i] = (byte) content[i];
        }
        int checksum = checksum(frame, content.length);
        frame[content.length] = (byte) checksum;
        frame[content.length + 1] = (byte) (checksum >> 8);
        return frame;
    }

    /** CRC-16 with the reflected polynomial, bit by bit as the specification's figure shows it. */
    private static int checksum(byte[] bytes, int length) {
        int register = 0xFFFF;
        for (int i = 0; i < length; i++) {
            register ^= bytes[i] & 0xFF;
            for (int shift = 0; shift < 8; shift++) {
                boolean carry = (register & 1) != 0;
                register >>= 1;
                register ^= carry ? 0xA001 : 0;
            }
        }
        return register;
    }
}
