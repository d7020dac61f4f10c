package io.changbai.device.api.driver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock for deadlines: begins at the wall clock's time and then only runs, so that setting the terminal's time neither
 * ends nor prolongs a wait. Not for telling people the time.
 */
public final class SteadyClock extends Clock {

    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Steadiness does not depend on a zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    /** What is left until {@code deadline} by {@code clock}; zero when it has passed. */
    public static Duration left(Clock clock, Instant deadline) {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
