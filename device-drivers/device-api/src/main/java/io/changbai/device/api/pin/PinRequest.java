package io.changbai.device.api.pin;

import java.util.Objects;
import java.util.Optional;

/**
 * What PIN is wanted.
 *
 * @param prompt what the pad's own display says
 * @param minDigits 4 to 12 (ISO 9564)
 * @param maxDigits {@code minDigits} to 12
 * @param pan the account number the block is bound to, 12 to 19 digits; empty for a PIN that belongs to no card
 */
public record PinRequest(Prompt prompt, int minDigits, int maxDigits, Optional<String> pan) {

    public static final int FEWEST_DIGITS = 4;
    public static final int MOST_DIGITS = 12;

    public PinRequest {
        Objects.requireNonNull(prompt);
        if (minDigits < FEWEST_DIGITS || maxDigits < minDigits || maxDigits > MOST_DIGITS) {
            throw new IllegalArgumentException("a PIN has 4 to 12 digits, not " + minDigits + " to " + maxDigits);
        }
        if (pan.isPresent() && !pan.get().matches("[0-9]{12,19}")) {
            throw new IllegalArgumentException("an account number has 12 to 19 digits");
        }
    }

    /** What a pad asks for. */
    public enum Prompt {
        ENTER_PIN,
        ENTER_NEW_PIN,
        REPEAT_NEW_PIN
    }

    /** The account number is a person's. */
    @Override
    public String toString() {
        return "PinRequest[" + prompt + ", " + minDigits + " to " + maxDigits + " digits]";
    }
}
