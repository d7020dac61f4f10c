package io.changbai.device.emulators.internal.escpos;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How fast the printer takes what the host sends: at once, at a line's speed, or not at all. */
public final class Intake {
    private static final int BITS_PER_BYTE = 10; // 8N1
    /** A pace in steps this long is smooth enough, and a scheduler can keep it. */
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(2);

    private boolean stopped;
    private volatile int baud;
    private long due;

    /** Bits per second; 0 for as fast as they come. */
    public void baud(int next) {
        baud = next;
    }

    /** Whether it leaves what the host sends in the line. */
    public synchronized void stop(boolean on) {
        stopped = on;
        notifyAll();
    }

    public synchronized boolean isStopped() {
        return stopped;
    }

    /** Returns when the next byte may be taken. */
    public void awaitNext() throws InterruptedException {
        awaitOpen();
        int speed = baud;
        if (speed > 0) {
            long now = System.nanoTime();
            due = Math.max(due, now - STEP) + TimeUnit.SECONDS.toNanos(BITS_PER_BYTE) / speed;
            if (due - now > STEP) {
                LockSupport.parkNanos(due - now);
            }
        }
    }

    private synchronized void awaitOpen() throws InterruptedException {
        while (stopped) {
            wait();
        }
    }
}
