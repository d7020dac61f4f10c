package io.changbai.device.api.driver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When to try again to open a device: after 1, 2, 5 and then every 10 seconds. Used by one thread. */
public final class Backoff {

    private static final List<Duration> STEPS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final Clock clock;
    private int failures;
    private Instant next;

    /** The first try is due at once. */
    public Backoff(Clock clock) {
        this.clock = clock;
        this.next = clock.instant();
    }

    public boolean isDue() {
        return !clock.instant().isBefore(next);
    }

    /** How long until the next try is due; zero when it is. */
    public Duration left() {
        return SteadyClock.left(clock, next);
    }

    public void failed() {
        next = clock.instant().plus(STEPS.get(Math.min(failures, STEPS.size() - 1)));
        failures++;
    }

    public void succeeded() {
        failures = 0;
        next = clock.instant();
    }
}
