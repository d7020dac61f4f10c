package io.changbai.journey.internal;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * Counts how long nobody touches the screen: quiet, then a warning second by second, then over.
 *
 * <pre>
 *   restart ──► quiet ──► warning n, n-1, … 1 ──► over        restart or stop at any moment
 * </pre>
 */
final class IdleTimer {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VisitThread thread;
    private final Runnable tick;
    private final Runnable over;
    private int round;
    private OptionalInt secondsLeft = OptionalInt.empty();

    /**
     * @param tick the warning began or goes on
     * @param over nobody came back
     */
    IdleTimer(VisitThread thread, Runnable tick, Runnable over) {
        this.thread = thread;
        this.tick = tick;
        this.over = over;
    }

    void restart(Duration quiet, Duration warning) {
        stop();
        int mine = round;
        thread.after(quiet, () -> count(mine, (int) warning.toSeconds()));
    }

    void stop() {
        round++;
        secondsLeft = OptionalInt.empty();
    }

    /** Empty unless the warning lies over the screen. */
    OptionalInt secondsLeft() {
        return secondsLeft;
    }

    private void count(int mine, int left) {
        if (mine != round) {
            return;
        }
        if (left == 0) {
            stop();
            over.run();
            return;
        }
        secondsLeft = OptionalInt.of(left);
        tick.run();
        thread.after(SECOND, () -> count(mine, left - 1));
    }
}
