package io.changbai.receipt.printer.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When a printer is told to leave a recoverable error: once somebody closed the cover, and now and then in case the
 * cover has no switch. Not at every look, as some printers move the blocked blade each time.
 */
final class Recovery {

    private static final Duration NOW_AND_THEN = Duration.ofSeconds(20);

    private final Clock clock;
    private boolean coverWasOpen;
    private Instant next;

    /** @param clock steady */
    Recovery(Clock clock) {
        this.clock = clock;
        this.next = clock.instant();
    }

    boolean isDue(PrinterState state) {
        boolean closed = coverWasOpen && !state.coverOpen();
        coverWasOpen = state.coverOpen();
        if (!state.cutter() && !state.mechanical()) {
            next = clock.instant().plus(NOW_AND_THEN);
            return false;
        }
        boolean due = closed || !clock.instant().isBefore(next);
        next = due ? clock.instant().plus(NOW_AND_THEN) : next;
        return due;
    }
}
