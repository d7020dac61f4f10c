package io.changbai.device.emulators.internal.chip;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The keys of one emulated card: it proves itself, and lets a terminal prove itself over a challenge that dies with the
 * next command.
 */
public final class CardKeys {
    private static final int READ_KEY = 0x0A;
    private static final int BLOCK = 8;
    private static final int TRIES = 5;

    private final String region;
    private final String cardId;
    private final SecureRandom random = new SecureRandom();
    private byte[] challenge = {};
    private int triesLeft = TRIES;
    private boolean open;
    private boolean counterfeit;
    private boolean suspicious;

    public CardKeys(String region, String cardId) {
        this.region = region;
        this.cardId = cardId;
    }

    /** A copy of a card's data on a chip without its keys. */
    public void counterfeit() {
        counterfeit = true;
    }

    /** Takes no terminal's word, as a card with keys of another version does. */
    public void suspicious() {
        suspicious = true;
    }

    public boolean isOpen() {
        return open;
    }

    public void reset() {
        open = false;
        challenge = new byte[0];
    }

    /** Any command but the one that uses it kills the challenge. */
    public byte[] takeChallenge() {
        byte[] taken = challenge;
        challenge = new byte[0];
        return taken;
    }

    public byte[] giveChallenge(Command command) {
        challenge = new byte[BLOCK];
        random.nextBytes(challenge);
        return Answer.exactly(challenge, command.expected(), Answer.OK);
    }

    public byte[] internal(Command command, Waiting waiting) {
        byte[] body = command.body();
        if (body.length != 2 * BLOCK) {
            return Answer.status(Answer.WRONG_LENGTH);
        }
        byte[] cipher =
                KeyTree.cipher(region, cardId, Arrays.copyOf(body, BLOCK), Arrays.copyOfRange(body, BLOCK, 2 * BLOCK));
        cipher[0] ^= counterfeit ? 1 : 0;
        return waiting.offer(cipher, command);
    }

    /** @param fresh the challenge given by the command before */
    public byte[] external(Command command, byte[] fresh) {
        byte[] body = command.body();
        if (command.p2() != READ_KEY || body.length != 2 * BLOCK) {
            return Answer.status(command.p2() == READ_KEY ? Answer.WRONG_LENGTH : Answer.NO_KEY);
        }
        if (fresh.length == 0 || triesLeft == 0) {
            return Answer.status(triesLeft == 0 ? Answer.BLOCKED : Answer.NO_CHALLENGE);
        }
        byte[] right = KeyTree.cipher(region, cardId, Arrays.copyOfRange(body, BLOCK, 2 * BLOCK), fresh);
        if (suspicious || !Arrays.equals(right, Arrays.copyOf(body, BLOCK))) {
            triesLeft--;
            return Answer.status(Answer.TRIES_LEFT | triesLeft);
        }
        triesLeft = TRIES;
        open = true;
        return Answer.status(Answer.OK);
    }

    /** Whether this unlocks the PIN. */
    public boolean seals(byte[] seal, byte[] fresh) {
        return fresh.length > 0 && Arrays.equals(seal, KeyTree.unlockSeal(region, cardId, fresh));
    }

    public int triesLeft() {
        return triesLeft;
    }
}
