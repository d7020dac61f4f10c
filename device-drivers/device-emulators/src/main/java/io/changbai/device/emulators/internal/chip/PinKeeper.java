package io.changbai.device.emulators.internal.chip;

import java.util.Arrays;
import java.util.HexFormat;

/** The PIN of a card and its tries. It outlives resets, as it does on a chip. */
public final class PinKeeper {
    private static final int TRIES = 3;
    private static final byte SEPARATOR = (byte) 0xFF;

    private byte[] pin;
    private int left = TRIES;

    /** @param digits an even number of decimal digits */
    public PinKeeper(String digits) {
        pin = HexFormat.of().parseHex(digits);
    }

    public void triesLeft(int tries) {
        left = tries;
    }

    public int triesLeft() {
        return left;
    }

    public boolean is(String digits) {
        return Arrays.equals(pin, HexFormat.of().parseHex(digits));
    }

    /** VERIFY; without a body it only tells the tries. */
    public byte[] verify(Command command) {
        byte[] tried = command.body();
        if (left == 0) {
            return Answer.status(Answer.BLOCKED);
        }
        return tried.length == 0 ? Answer.status(Answer.TRIES_LEFT | left) : check(tried);
    }

    /** CHANGE PIN: the old one, FF, the new one. */
    public byte[] change(Command command) {
        byte[] body = command.body();
        int cut = 0;
        while (cut < body.length && body[cut] != SEPARATOR) {
            cut++;
        }
        if (left == 0) {
            return Answer.status(Answer.BLOCKED);
        }
        if (cut < 2 || body.length - cut - 1 < 2) {
            return Answer.status(Answer.WRONG_DATA);
        }
        byte[] checked = check(Arrays.copyOf(body, cut));
        if (Arrays.equals(checked, Answer.status(Answer.OK))) {
            pin = Arrays.copyOfRange(body, cut + 1, body.length);
        }
        return checked;
    }

    public byte[] unlock() {
        left = TRIES;
        return Answer.status(Answer.OK);
    }

    private byte[] check(byte[] tried) {
        if (Arrays.equals(tried, pin)) {
            left = TRIES;
            return Answer.status(Answer.OK);
        }
        left--;
        return Answer.status(Answer.TRIES_LEFT | left);
    }
}
