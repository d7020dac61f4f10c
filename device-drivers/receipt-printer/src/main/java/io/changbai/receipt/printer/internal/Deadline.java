package io.changbai.receipt.printer.internal;

import java.time.Duration;

/** The end of somebody's patience with a wire. Counted on the machine's monotonic clock: wall clocks are set. */
record Deadline(long nanos) {

    static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    boolean isOver() {
        return nanos - System.nanoTime() <= 0;
    }

    /** Never negative, at most 200 ms, so that a cancel is seen in time. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, Math.min(nanos - System.nanoTime(), 200_000_000L)));
    }
}
