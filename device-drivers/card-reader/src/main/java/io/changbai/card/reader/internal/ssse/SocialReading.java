package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.card.SocialCardResult;
import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.link.CardSlot;
import io.changbai.device.link.CardSlot.CardRemovedException;
import io.changbai.device.link.CardSlot.CardSession;
import io.changbai.device.link.CardSlot.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a card in a slot and reads it.
 *
 * <pre>
 *   EMPTY ──card──► power up, read ──► result      no reader or daemon: waited for a short grace, then failed
 *                        └── silent or damaged: once more, then unreadable
 * </pre>
 */
final class SocialReading {

    private static final Logger LOG = LoggerFactory.getLogger(SocialReading.class);

    /** The second try helps where the card was still sliding in at the first. */
    private static final int TRIES = 2;

    private static final Duration SLICE = Duration.ofMillis(200);

    private final CardSlot slot;
    private final Clock clock;
    private final Instant deadline;
    private final Duration grace;
    private final Cancellation cancellation;
    private Instant lostSince;

    /** @param grace how long reader or daemon may be away before the reading fails */
    SocialReading(CardSlot slot, Clock clock, Duration patience, Duration grace, Cancellation cancellation) {
        this.slot = slot;
        this.clock = clock;
        this.deadline = clock.instant().plus(patience);
        this.grace = grace;
        this.cancellation = cancellation;
    }

    SocialCardResult run() {
        Optional<SocialCardResult> end = Optional.empty();
        while (end.isEmpty()) {
            end = cancellation.isCancelled() ? Optional.of(new SocialCardResult.Cancelled()) : step(slot.state());
        }
        return end.get();
    }

    private Optional<SocialCardResult> step(State state) {
        return switch (state) {
            case CARD_PRESENT -> readCard();
            case EMPTY -> waitForCard();
            case NO_READER, NO_SERVICE -> waitForReader(state);
        };
    }

    private Optional<SocialCardResult> waitForCard() {
        lostSince = null;
        Duration left = SteadyClock.left(clock, deadline);
        if (left.isZero()) {
            return Optional.of(new SocialCardResult.NoCard());
        }
        slot.await(left.compareTo(SLICE) < 0 ? left : SLICE);
        return Optional.empty();
    }

    private Optional<SocialCardResult> waitForReader(State state) {
        Instant now = clock.instant();
        lostSince = lostSince == null ? now : lostSince;
        if (!now.isBefore(lostSince.plus(grace))) {
            return SocialReaderFaults.of(state).map(SocialCardResult.Failed::new);
        }
        slot.await(SLICE);
        return Optional.empty();
    }

    private Optional<SocialCardResult> readCard() {
        for (int i = 0; i < TRIES; i++) {
            try (CardSession session = slot.connect()) {
                SocialCardResult result = new SsseReading(session).run();
                if (!(result instanceof SocialCardResult.Unreadable)) {
                    return Optional.of(result);
                }
            } catch (CardRemovedException e) {
                return Optional.of(new SocialCardResult.Removed());
            } catch (IOException e) {
                LOG.debug("a try failed: {}", e.getMessage());
            }
            State after = slot.await(SLICE);
            if (after != State.CARD_PRESENT) {
                return after == State.EMPTY ? Optional.of(new SocialCardResult.Removed()) : Optional.empty();
            }
        }
        return Optional.of(new SocialCardResult.Unreadable());
    }
}
