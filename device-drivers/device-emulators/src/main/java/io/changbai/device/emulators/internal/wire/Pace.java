package io.changbai.device.emulators.internal.wire;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The slowness of a serial line: each byte takes its time, both ways. Every byte has an absolute deadline, so that waking
 * up late never adds up. Used by the thread that holds the conversation.
 */
public final class Pace {
    /** About 1 ms at 115200 baud, as USB bridges hand bytes over. */
    private static final int PIECE = 12;

    private final double nanosPerByte;
    private long freeAt = System.nanoTime();

    /** @param bytesPerSecond a tenth of the baud rate: start bit, eight bits, stop bit */
    public Pace(int bytesPerSecond) {
        nanosPerByte = (double) TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
    }

    /** Says that {@code count} bytes arrived, which TCP hands over at once and a line would not. */
    public void received(int count) {
        freeAt = begin() + time(count);
    }

    /** Sends {@code bytes} as a line delivers them; returns when the last one is out. */
    public void send(Wire wire, byte[] bytes) throws IOException {
        long start = begin();
        int sent = 0;
        while (sent < bytes.length) {
            int next = Math.min(sent + PIECE, bytes.length);
            waitUntil(start + time(next));
            wire.send(Arrays.copyOfRange(bytes, sent, next));
            sent = next;
        }
        freeAt = start + time(bytes.length);
    }

    private long begin() {
        long now = System.nanoTime();
        return freeAt - now > 0 ? freeAt : now;
    }

    private long time(int bytes) {
        return Math.round(bytes * nanosPerByte);
    }

    private static void waitUntil(long deadline) {
        long left = deadline - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = deadline - System.nanoTime();
        }
    }
}
