package io.changbai.device.api.card;

import java.util.Arrays;

/**
 * A PIN in the hands of one command: digits that can be wiped, that are never text and never printed. Whoever takes one
 * wipes it when done; a command of {@link SocialCardPin} does, however it ends.
 */
public final class CardPin implements AutoCloseable {

    private static final int LONGEST = 12;

    private final char[] digits;
    private volatile boolean wiped;

    private CardPin(char[] digits) {
        this.digits = digits;
    }

    /**
     * Takes the digits over: {@code typed} is wiped at once.
     *
     * @param typed an even number of 4 to 12 decimal digits, as two go into a byte
     * @throws IllegalArgumentException it is none
     */
    public static CardPin taking(char[] typed) {
        char[] own = typed.clone();
        Arrays.fill(typed, '0');
        boolean right = own.length >= 4 && own.length <= LONGEST && own.length % 2 == 0;
        for (char each : own) {
            right &= each >= '0' && each <= '9';
        }
        if (!right) {
            Arrays.fill(own, '0');
            throw new IllegalArgumentException("a PIN is 4 to 12 digits, an even number of them");
        }
        return new CardPin(own);
    }

    /**
     * The digits two to a byte; the caller wipes them.
     *
     * @throws IllegalStateException they were wiped: zeros would be a wrong PIN, and cost a try
     */
    public byte[] packed() {
        if (wiped) {
            throw new IllegalStateException("the PIN was wiped");
        }
        byte[] packed = new byte[digits.length / 2];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (byte) ((digits[2 * i] - '0') << 4 | (digits[2 * i + 1] - '0'));
        }
        return packed;
    }

    /** Wipes the digits. Twice is harmless. */
    @Override
    public void close() {
        wiped = true;
        Arrays.fill(digits, '0');
    }

    @Override
    public String toString() {
        return "CardPin[redacted]";
    }
}
