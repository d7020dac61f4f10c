package io.changbai.resident.services.internal;

import java.time.Duration;
import java.util.List;

/**
 * @param submit how long the platform may take to do it
 * @param outcome how long it may take to say what became of it
 * @param queries when to ask what became of it, counted from the silence
 */
record Patience(Duration submit, Duration outcome, List<Duration> queries) {

    /** journey.md §4.3 branch 10, §4.4. */
    static final Patience STANDARD = new Patience(
            Duration.ofSeconds(25),
            Duration.ofSeconds(8),
            List.of(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(30)));
}
