package io.changbai.card.reader.internal.ssse;

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
 * Waits for a card in a slot and does one work with it.
 *
 * <pre>
 *   EMPTY ──card──► power up, work ──► result      no reader or daemon: waited for a short grace, then failed
 *                        └── mute, silent or unreadable: once more where that can help
 * </pre>
 */
final class CardVisit<R> {

    private static final Logger LOG = LoggerFactory.getLogger(CardVisit.class);

    private static final int TRIES = 2;

    private static final Duration SLICE = Duration.ofMillis(200);

    private final CardSlot slot;
    private final Clock clock;
    private final Instant deadline;
    private final Duration grace;
    private final Cancellation cancellation;
    private final CardWork<R> work;
    private Instant lostSince;

    /** @param grace how long reader or daemon may be away before the visit fails */
    CardVisit(
            CardSlot slot,
            Clock clock,
            Duration patience,
            Duration grace,
            Cancellation cancellation,
            CardWork<R> work) {
        this.slot = slot;
        this.clock = clock;
        this.deadline = clock.instant().plus(patience);
        this.grace = grace;
        this.cancellation = cancellation;
        this.work = work;
    }

    R run() {
        Optional<R> end = Optional.empty();
        while (end.isEmpty()) {
            end = cancellation.isCancelled() ? Optional.of(work.cancelled()) : step(slot.state());
        }
        return end.get();
    }

    private Optional<R> step(State state) {
        return switch (state) {
            case CARD_PRESENT -> atCard();
            case EMPTY -> waitForCard();
            case NO_READER, NO_SERVICE -> waitForReader(state);
        };
    }

    private Optional<R> waitForCard() {
        lostSince = null;
        Duration left = SteadyClock.left(clock, deadline);
        if (left.isZero()) {
            return Optional.of(work.noCard());
        }
        slot.await(left.compareTo(SLICE) < 0 ? left : SLICE);
        return Optional.empty();
    }

    private Optional<R> waitForReader(State state) {
        Instant now = clock.instant();
        lostSince = lostSince == null ? now : lostSince;
        if (!now.isBefore(lostSince.plus(grace))) {
            return SocialReaderFaults.of(state).map(work::failed);
        }
        slot.await(SLICE);
        return Optional.empty();
    }

    private Optional<R> atCard() {
        R result = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                result = powered();
            } catch (CardRemovedException e) {
                return Optional.of(work.removed());
            }
            if (!work.isWorthAnotherTry(result)) {
                return Optional.of(result);
            }
            State after = slot.await(SLICE);
            if (after != State.CARD_PRESENT) {
                return after == State.EMPTY ? Optional.of(work.removed()) : Optional.empty();
            }
        }
        return Optional.of(result);
    }

    private R powered() throws CardRemovedException {
        boolean up = false;
        try (CardSession session = slot.connect()) {
            up = true;
            return work.run(session);
        } catch (CardRemovedException e) {
            throw e;
        } catch (IOException e) {
            LOG.debug("a try failed: {}", e.getMessage());
            if (cancellation.isCancelled()) {
                return work.cancelled();
            }
            return up ? work.silent() : work.mute();
        }
    }
}
