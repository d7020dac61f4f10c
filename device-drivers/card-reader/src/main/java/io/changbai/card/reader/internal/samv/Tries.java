package io.changbai.card.reader.internal.samv;

import io.changbai.device.api.card.IdCardResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The failed tries of one reading: when to stop trying, and what to say then. */
final class Tries {

    /** Why a try failed. */
    enum Why {
        /** Line, radio or reader; putting the card again may help. */
        NOT_READ,
        /** The security module does not take the card for genuine. */
        NOT_VERIFIED,
        /** Every byte arrived and the record is an impossible one. */
        BROKEN_RECORD
    }

    private static final int MOST = 3;
    private static final Duration ALL = Duration.ofSeconds(10);
    /** Many readers do not find a card again before it was lifted: ask for that soon. */
    private static final Duration FOUND_AGAIN = Duration.ofSeconds(2);
    /** One refusal may be a bad moment on the antenna. */
    private static final int CERTAIN = 2;

    private final Clock clock;
    private int count;
    private int notVerified;
    private Why last;
    private Instant firstAt;
    private Instant lastAt;

    Tries(Clock clock) {
        this.clock = clock;
    }

    void failed(Why why) {
        count++;
        notVerified += why == Why.NOT_VERIFIED ? 1 : 0;
        last = why;
        lastAt = clock.instant();
        firstAt = firstAt == null ? lastAt : firstAt;
    }

    boolean any() {
        return count > 0;
    }

    boolean wereTheLast() {
        return count >= MOST;
    }

    /** The card lies there and nobody can wait any longer for it to be found. */
    boolean tookTooLong() {
        return any() && clock.instant().isAfter(firstAt.plus(ALL));
    }

    boolean isNotFoundAgain() {
        return any() && clock.instant().isAfter(lastAt.plus(FOUND_AGAIN));
    }

    /** How the reading ends when it is given up. */
    IdCardResult verdict() {
        boolean hopeless = notVerified >= CERTAIN || endedWithBrokenRecord();
        return hopeless ? new IdCardResult.NotVerified() : new IdCardResult.Unreadable();
    }

    /** The person did nothing wrong: the card is no good, or the reader. */
    boolean endedWithBrokenRecord() {
        return last == Why.BROKEN_RECORD;
    }
}
