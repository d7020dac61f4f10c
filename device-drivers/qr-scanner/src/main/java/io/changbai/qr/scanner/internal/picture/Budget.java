package io.changbai.qr.scanner.internal.picture;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * How much of the processor one picture may cost, on the thread that made the budget. What others do on a busy machine does not
 * count, so the same picture is looked at in the same ways. Asked between steps of at most a few milliseconds.
 */
final class Budget {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean COUNTS = THREADS.isCurrentThreadCpuTimeSupported();

    private final long end;

    private Budget(long end) {
        this.end = end;
    }

    static Budget millis(long millis) {
        return new Budget(now() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** A part of this budget for one step of many, so that a hopeless one leaves something for the others. */
    Budget atMost(long millis) {
        return new Budget(Math.min(end, now() + TimeUnit.MILLISECONDS.toNanos(millis)));
    }

    boolean isSpent() {
        return now() - end >= 0;
    }

    private static long now() {
        return COUNTS ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
