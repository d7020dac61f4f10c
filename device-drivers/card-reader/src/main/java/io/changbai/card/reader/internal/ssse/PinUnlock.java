package io.changbai.card.reader.internal.ssse;

import io.changbai.device.api.card.CardPinResult;
import io.changbai.device.api.card.SocialCardResult.Trouble;
import io.changbai.device.api.card.UnlockAuthority;
import io.changbai.device.api.card.UnlockAuthority.Request;
import io.changbai.device.link.CardSlot.CardSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** PIN UNBLOCK, sealed outside over the card's challenge, which dies with any other command. */
final class PinUnlock extends PinWork {

    private static final int CHALLENGE = 8;
    private static final int REGION_DIGITS = 6;
    private static final int SHORTEST_SEAL = 4;
    private static final int LONGEST_SEAL = 64;

    private final UnlockAuthority authority;
    private final Patience patience;
    private final int p2;

    PinUnlock(UnlockAuthority authority, Patience patience, int p2) {
        this.authority = authority;
        this.patience = patience;
        this.p2 = p2;
    }

    @Override
    CardPinResult at(SsseApplication card, CardSession session) throws IOException {
        Optional<String> cardId = cardId(card);
        byte[] challenge = session.transmit(Apdu.getChallenge());
        if (cardId.isEmpty() || CardStatus.of(challenge) != CardStatus.OK || challenge.length != CHALLENGE + 2) {
            return new CardPinResult.Unreadable(Trouble.GARBLED);
        }
        Request request = new Request(
                cardId.get().substring(0, REGION_DIGITS),
                cardId.get(),
                card.algorithm(),
                Arrays.copyOf(challenge, CHALLENGE));
        Optional<byte[]> sealed = patience.await(() -> authority.seal(request));
        if (sealed.isEmpty() || sealed.get().length < SHORTEST_SEAL || sealed.get().length > LONGEST_SEAL) {
            return new CardPinResult.NotSealed();
        }
        CardStatus status = CardStatus.of(write(session, Apdu.unlockPin(p2, sealed.get()), cardId.get()));
        return status == CardStatus.OK ? new CardPinResult.Done() : new CardPinResult.NotChanged();
    }

    /** Before the writing; after it the card is read back. */
    @Override
    public CardPinResult removed() {
        return new CardPinResult.NotChanged();
    }
}
