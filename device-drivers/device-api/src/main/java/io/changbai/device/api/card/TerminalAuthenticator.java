package io.changbai.device.api.card;

import java.util.Arrays;
import java.util.concurrent.CompletionStage;

/**
 * Whoever holds the keys with which a terminal opens the holder's data of a generation 3.00 card: a security module in a
 * second slot, a key platform of the province, a maker's native library.
 */
public interface TerminalAuthenticator {

    /**
     * Answers for one card. Called on the reader's thread, with the card powered and held by this terminal alone; the card's
     * challenge dies with the next command, so an answer after the driver's limit (at most 15 s) is too late and dropped.
     *
     * @return fails when it cannot answer; the card is then refused as needing authentication, and no try is spent on it
     */
    CompletionStage<Answer> answer(Question question);

    /**
     * What the ciphers are made of.
     *
     * @param regionCode six digits, the issuing city
     * @param atr in hexadecimal
     * @param algorithm as the card names it: 1 for SSF33 and 3DES, 3 for the SM algorithms
     * @param cardId 32 hexadecimal digits
     * @param inFactor processing factor of the internal authentication, 8 bytes
     * @param inRandom what the card had to encipher, 8 bytes
     * @param exFactor processing factor of the external authentication, 8 bytes
     * @param exRandom the card's challenge, 8 bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, used once
    record Question(
            String regionCode,
            String atr,
            int algorithm,
            String cardId,
            byte[] inFactor,
            byte[] inRandom,
            byte[] exFactor,
            byte[] exRandom) {

        /** Names a card. */
        @Override
        public String toString() {
            return "Question[redacted]";
        }
    }

    /**
     * The ciphers.
     *
     * @param internal what a genuine card makes of inFactor and inRandom, 8 bytes
     * @param external what proves the terminal to the card, from exFactor and exRandom, 8 bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, used once
    record Answer(byte[] internal, byte[] external) {

        public Answer {
            if (internal.length != 8 || external.length != 8) {
                throw new IllegalArgumentException(
                        "ciphers of " + internal.length + " and " + external.length + " bytes");
            }
        }

        public void wipe() {
            Arrays.fill(internal, (byte) 0);
            Arrays.fill(external, (byte) 0);
        }

        @Override
        public String toString() {
            return "Answer[redacted]";
        }
    }
}
