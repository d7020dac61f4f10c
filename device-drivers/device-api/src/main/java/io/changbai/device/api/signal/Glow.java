package io.changbai.device.api.signal;

import java.time.Duration;
import java.time.Instant;

/** How a light glows, in XFS4IoT's words. Never faster than 2 Hz: three flashes a second can harm (WCAG 2.3.1). */
public enum Glow {
    OFF(0),
    /** Once in two seconds. */
    SLOW(1_000),
    /** Once a second. */
    MEDIUM(500),
    /** Twice a second. */
    QUICK(250),
    CONTINUOUS(0);

    private final long half;

    Glow(long half) {
        this.half = half;
    }

    /** Whether the light is lit {@code after} the glow began. */
    public boolean isLit(Duration after) {
        if (half == 0) {
            return this == CONTINUOUS;
        }
        return after.toMillis() / half % 2 == 0;
    }

    /** Whether the light is lit at {@code now} when the glow began at {@code since}. */
    public boolean isLit(Instant since, Instant now) {
        return isLit(Duration.between(since, now));
    }
}
