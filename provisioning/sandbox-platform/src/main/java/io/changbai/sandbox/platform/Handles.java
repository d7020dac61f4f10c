package io.changbai.sandbox.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Opaque, unguessable words that stand for a person for a quarter of an hour, and only for the terminal they were given to. */
final class Handles {

    static final Duration LIFE = Duration.ofMinutes(15);

    private record Meaning(Resident person, String terminal, Instant until) {}

    private final Map<String, Meaning> meanings = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Handles(Clock clock) {
        this.clock = clock;
    }

    String give(Resident person, String terminal) {
        Instant now = clock.instant();
        meanings.values().removeIf(meaning -> !meaning.until().isAfter(now));
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String handle = Base64.getUrlEncoder().encodeToString(bytes);
        meanings.put(handle, new Meaning(person, terminal, now.plus(LIFE)));
        return handle;
    }

    Optional<Resident> person(String handle, String terminal) {
        return Optional.ofNullable(handle)
                .map(meanings::get)
                .filter(meaning -> meaning.terminal().equals(terminal))
                .filter(meaning -> meaning.until().isAfter(clock.instant()))
                .map(Meaning::person);
    }
}
