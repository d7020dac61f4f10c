package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.card.CardPin;
import io.changbai.device.api.card.CardPinResult;
import io.changbai.device.link.CardSlot.CardSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds out what became of a write that was torn off. How many tries are left costs none; a PIN is tried only while that
 * leaves at least one more, so reading back never blocks a card.
 *
 * <pre>
 *   change:  new PIN right ──► Done       wrong ──► old PIN right ──► NotChanged
 *   unlock:  tries left ──► Done          none ──► Blocked
 * </pre>
 */
final class PinReadBack extends PinWork {

    private static final int TRIES_TO_SPEND_ONE = 2;

    private final String cardId;
    private final Optional<Change> change;

    /** The PINs of the change. */
    record Change(CardPin old, CardPin fresh) {}

    /**
     * @param cardId the card that was torn off; of another card nothing is asked
     * @param change empty when it was an unlocking
     */
    PinReadBack(String cardId, Optional<Change> change) {
        this.cardId = cardId;
        this.change = change;
    }

    @Override
    CardPinResult at(SsseApplication card, CardSession session) throws IOException {
        if (!cardId(card).filter(cardId::equals).isPresent()) {
            return new CardPinResult.Unknown();
        }
        byte[] asked = session.transmit(Apdu.triesLeft());
        CardStatus status = CardStatus.of(asked);
        int tries = CardStatus.triesLeft(asked);
        if (status == CardStatus.BLOCKED || (status == CardStatus.TRIES_LEFT && tries == 0)) {
            return new CardPinResult.Blocked();
        }
        if (status != CardStatus.TRIES_LEFT) {
            return new CardPinResult.Unknown();
        }
        return change.isEmpty() ? new CardPinResult.Done() : tryBoth(session, tries);
    }

    private CardPinResult tryBoth(CardSession session, int tries) throws IOException {
        if (tries >= TRIES_TO_SPEND_ONE && isRight(session, change.get().fresh())) {
            return new CardPinResult.Done();
        }
        boolean isOld =
                tries > TRIES_TO_SPEND_ONE && isRight(session, change.get().old());
        return isOld ? new CardPinResult.NotChanged() : new CardPinResult.Unknown();
    }

    private boolean isRight(CardSession session, CardPin pin) throws IOException {
        byte[] packed = pin.packed();
        try {
            return CardStatus.of(spend(session, Apdu.verify(packed))) == CardStatus.OK;
        } finally {
            Arrays.fill(packed, (byte) 0);
        }
    }
}
