package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.card.CardPin;
import io.changbai.device.api.card.CardPinResult;
import io.changbai.device.api.card.SocialCardResult.Trouble;
import io.changbai.device.link.CardSlot.CardSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** CHANGE PIN, once. The card checks the old PIN itself. */
final class PinChange extends PinWork {

    private final CardPin old;
    private final CardPin fresh;

    PinChange(CardPin old, CardPin fresh) {
        this.old = old;
        this.fresh = fresh;
    }

    @Override
    CardPinResult at(SsseApplication card, CardSession session) throws IOException {
        Optional<String> cardId = cardId(card);
        if (cardId.isEmpty()) {
            return new CardPinResult.Unreadable(Trouble.GARBLED);
        }
        byte[] oldPacked = old.packed();
        byte[] newPacked = fresh.packed();
        try {
            byte[] answer = write(session, Apdu.changePin(oldPacked, newPacked), cardId.get());
            return said(answer, new CardPinResult.NotChanged());
        } finally {
            Arrays.fill(oldPacked, (byte) 0);
            Arrays.fill(newPacked, (byte) 0);
        }
    }

    /** Before the writing; after it the card is read back. */
    @Override
    public CardPinResult removed() {
        return new CardPinResult.NotChanged();
    }
}
