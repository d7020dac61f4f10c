package io.changbai.device.emulators.internal.pin;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** One PIN being typed: what was asked for, and the digits so far, which only the pad knows. */
public final class Typing {
    private static final String FIELD = "\u001C";
    private static final int FIELDS = 7;

    private final String reference;
    private final int prompt;
    private final int min;
    private final int max;
    private final int seconds;
    private final int format;
    private final String pan;
    private final StringBuilder digits = new StringBuilder();

    private Typing(List<String> fields) {
        reference = fields.get(0);
        prompt = Integer.parseInt(fields.get(1));
        min = Integer.parseInt(fields.get(2));
        max = Integer.parseInt(fields.get(3));
        seconds = Integer.parseInt(fields.get(4));
        format = Integer.parseInt(fields.get(5));
        pan = fields.get(6);
    }

    /** What follows {@code Z60.}; empty when it is no request this pad can serve. */
    public static Optional<Typing> parse(String text) {
        List<String> fields = List.of(text.split(FIELD, -1));
        try {
            return fields.size() == FIELDS
                    ? Optional.of(new Typing(fields)).filter(Typing::isPossible)
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isPossible() {
        boolean lengths = min >= 4 && max >= min && max <= 12 && seconds > 0;
        boolean bound = pan.matches("[0-9]{13,19}") && (format == 0 || format == 3);
        boolean free = pan.isEmpty() && format == 1;
        return lengths && prompt >= 1 && prompt <= 3 && (bound || free) && reference.matches("[0-9A-F]{4}");
    }

    public String reference() {
        return reference;
    }

    public int prompt() {
        return prompt;
    }

    public int seconds() {
        return seconds;
    }

    /** Digits beyond the longest PIN are not taken. */
    public void press(char digit) {
        if (digits.length() < max) {
            digits.append(digit);
        }
    }

    public void clear() {
        digits.setLength(0);
    }

    public int count() {
        return digits.length();
    }

    public boolean isLongEnough() {
        return digits.length() >= min;
    }

    /** {@code 73.<reference>FS<format>FS<KSN>FS<block>}; the digits are forgotten. */
    public String answer(Dukpt keys) {
        byte[] keySerial = keys.next();
        byte[] block = keys.encrypt(keySerial, ClearBlock.of(format, digits, pan));
        clear();
        HexFormat hex = HexFormat.of().withUpperCase();
        return "73."
                + String.join(FIELD, reference, String.valueOf(format), hex.formatHex(keySerial), hex.formatHex(block));
    }
}
