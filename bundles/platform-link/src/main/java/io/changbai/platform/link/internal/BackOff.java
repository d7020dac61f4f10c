package io.changbai.platform.link.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubles from first to longest, each time somewhere between half and all of it,
 * so that a fleet does not come back in one wave.
 */
final class BackOff {

    private final LinkSettings settings;
    private final RandomGenerator random;
    private int failures;

    BackOff(LinkSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    Duration next() {
        long doubled = settings.firstBackOff().toMillis() << Math.min(failures++, 20);
        return jittered(Math.min(doubled, settings.longestBackOff().toMillis()));
    }

    /** For a session that another one with the same name keeps taking. */
    Duration takenOver() {
        return jittered(settings.takenOverBackOff().toMillis());
    }

    /** The session has held. */
    void reset() {
        failures = 0;
    }

    private Duration jittered(long full) {
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
