package io.changbai.device.api.card;

import java.util.concurrent.CompletionStage;

/** Whoever holds the key that unlocks PINs; never the terminal. */
@FunctionalInterface
public interface UnlockAuthority {

    /**
     * Seals the unlocking of one card. The card waits powered, at most 15 s; the stage may fail or come too late, then
     * nothing is sent to the card.
     *
     * @return data and message authentication code as the card wants them, 4 to 64 bytes
     */
    CompletionStage<byte[]> seal(Request request);

    /**
     * What the seal is made over.
     *
     * @param regionCode six digits, the issuing city
     * @param cardId 32 hexadecimal digits
     * @param algorithm as the card names it: 1 for SSF33 and 3DES cards, 3 for SM cards
     * @param challenge the card's random, 8 bytes; dead as soon as the card hears anything else
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, used once
    record Request(String regionCode, String cardId, int algorithm, byte[] challenge) {}
}
