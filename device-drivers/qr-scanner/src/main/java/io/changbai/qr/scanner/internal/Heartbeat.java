package io.changbai.qr.scanner.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a module that nobody uses is still there.
 *
 * <pre>
 *   RESTING ──period──► ASKED ──answered──► RESTING
 *                       │   ▲
 *                       └───┘ no answer in time, three times: lost
 * </pre>
 */
final class Heartbeat {

    private static final int MISSES = 3;

    private final Clock clock;
    private final Duration period;
    private final Duration patience;
    private Instant next;
    private boolean asked;
    private int misses;

    Heartbeat(Clock clock, Duration period, Duration patience) {
        this.clock = clock;
        this.period = period;
        this.patience = patience;
        answered();
    }

    /** The module said something: it is there. */
    void answered() {
        asked = false;
        misses = 0;
        next = clock.instant().plus(period);
    }

    /** Whether to ask now; when an answer is overdue that counts as a miss. */
    boolean isDue() {
        if (clock.instant().isBefore(next)) {
            return false;
        }
        misses += asked ? 1 : 0;
        return true;
    }

    void asked() {
        asked = true;
        next = clock.instant().plus(patience);
    }

    boolean isLost() {
        return misses >= MISSES;
    }
}
