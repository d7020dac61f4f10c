package io.changbai.qr.scanner.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One code held a little longer is one event. Remembers a digest, never the code. */
final class Debounce {

    private static final Duration SAME_EVENT = Duration.ofMillis(1_500);

    private final Clock clock;
    private byte[] last = new byte[0];
    private Instant at = Instant.MIN;

    Debounce(Clock clock) {
        this.clock = clock;
    }

    /** True when the same code was seen just now; looking prolongs nothing. */
    boolean isRepeat(byte[] code) {
        byte[] digest = digest(code);
        Instant now = clock.instant();
        boolean repeat = MessageDigest.isEqual(digest, last) && now.isBefore(at.plus(SAME_EVENT));
        if (!repeat) {
            last = digest;
            at = now;
        }
        return repeat;
    }

    private static byte[] digest(byte[] code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
