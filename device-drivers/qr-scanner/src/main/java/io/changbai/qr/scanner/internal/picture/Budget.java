package io.changbai.qr.scanner.internal.picture;

import java.util.concurrent.TimeUnit;

/** How long one picture may be looked at. Asked between steps of at most a few milliseconds. */
final class Budget {

    private final long end;

    private Budget(long end) {
        this.end = end;
    }

    static Budget millis(long millis) {
        return new Budget(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    boolean isSpent() {
        return System.nanoTime() - end >= 0;
    }
}
