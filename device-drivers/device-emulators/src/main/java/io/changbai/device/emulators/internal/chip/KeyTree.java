package io.changbai.device.emulators.internal.chip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of the cards nobody has: one root key, printed here for everybody to see, from which the emulated cards and the
 * emulated security module derive theirs. They open no card of any real person.
 */
public final class KeyTree {
    private static final byte[] ROOT = "Changbai testkey".getBytes(US_ASCII);

    private static final byte[] CITY_END = "sx".getBytes(US_ASCII);
    private static final int BLOCK = 8;
    private static final int MAC = 4;

    private KeyTree() {}

    /** What a genuine card, a security module and a key platform make of a processing factor and a random. */
    public static byte[] cipher(String region, String cardId, byte[] factor, byte[] random) {
        byte[] id = HexFormat.of().parseHex(cardId);
        byte[] city = Arrays.copyOf(region.getBytes(US_ASCII), BLOCK);
        System.arraycopy(CITY_END, 0, city, BLOCK - CITY_END.length, CITY_END.length);
        return encipher(derive(Arrays.copyOfRange(id, id.length - BLOCK, id.length), city, factor), random);
    }

    /** The message authentication code that unlocks a PIN once, over the card's challenge. */
    public static byte[] unlockSeal(String region, String cardId, byte[] challenge) {
        byte[] unlocking = "unlocks!".getBytes(US_ASCII);
        return Arrays.copyOf(cipher(region, cardId, unlocking, challenge), MAC);
    }

    public static byte[] derive(byte[] cardFactor, byte[] cityFactor, byte[] factor) {
        return child(child(child(ROOT, cityFactor), cardFactor), factor);
    }

    public static byte[] encipher(byte[] key, byte[] block) {
        byte[] three = Arrays.copyOf(key, 3 * BLOCK);
        System.arraycopy(key, 0, three, 2 * BLOCK, BLOCK);
        try {
            // As on cards of the first generations; one block, a random, so the mode does not matter.
            Cipher des = Cipher.getInstance("DESede/ECB/NoPadding");
            des.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(three, "DESede"));
            return des.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has triple DES", e);
        }
    }

    /** The factor and its complement, enciphered. */
    private static byte[] child(byte[] key, byte[] factor) {
        byte[] complement = factor.clone();
        for (int i = 0; i < complement.length; i++) {
            complement[i] = (byte) ~complement[i];
        }
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(encipher(key, factor));
        both.writeBytes(encipher(key, complement));
        return both.toByteArray();
    }
}
