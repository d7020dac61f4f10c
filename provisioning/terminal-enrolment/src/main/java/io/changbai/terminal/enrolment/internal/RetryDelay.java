package io.changbai.terminal.enrolment.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before asking again: doubles from first to longest, each time between half and all of it. */
final class RetryDelay {

    private final RandomGenerator random;
    private final long longest;
    private long next;

    RetryDelay(Duration first, Duration longest, RandomGenerator random) {
        this.next = first.toMillis();
        this.longest = longest.toMillis();
        this.random = random;
    }

    static RetryDelay standard(RandomGenerator random) {
        return new RetryDelay(Duration.ofSeconds(2), Duration.ofSeconds(60), random);
    }

    Duration next() {
        long full = next;
        next = Math.min(longest, next * 2);
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
