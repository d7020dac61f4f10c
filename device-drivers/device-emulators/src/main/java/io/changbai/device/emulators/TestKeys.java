package io.changbai.device.emulators;

import io.changbai.device.emulators.internal.chip.KeyTree;

/**
 * What a key platform would answer for the cards of nobody. The root key is in the source for everybody to see; it opens no
 * card of any real person.
 */
public final class TestKeys {

    private TestKeys() {}

    /** What a genuine card, a security module and a key platform make of a processing factor and a random. */
    public static byte[] cipher(String region, String cardId, byte[] factor, byte[] random) {
        return KeyTree.cipher(region, cardId, factor, random);
    }

    /** The message authentication code that unlocks a PIN once, over the card's challenge. */
    public static byte[] unlockSeal(String region, String cardId, byte[] challenge) {
        return KeyTree.unlockSeal(region, cardId, challenge);
    }
}
