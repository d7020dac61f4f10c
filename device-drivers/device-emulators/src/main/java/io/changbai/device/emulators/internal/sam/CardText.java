package io.changbai.device.emulators.internal.sam;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** The 256 bytes of text on a chip while they are being written: UTF-16LE at byte offsets, spaces where nothing is. */
public final class CardText {
    public static final int BYTES = 256;

    private final byte[] bytes = " ".repeat(BYTES / 2).getBytes(UTF_16LE);

    /** Writes {@code value} at {@code offset}; what is longer than its place is cut, as issuers do. */
    public CardText put(int offset, int length, String value) {
        byte[] text = value.getBytes(UTF_16LE);
        System.arraycopy(text, 0, bytes, offset, Math.min(length, text.length));
        return this;
    }

    public CardText put(int offset, LocalDate date) {
        return put(offset, 16, date.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    /** Writes where all kinds of card have it from when and until when they are valid; null is 长期, without end. */
    public CardText valid(LocalDate from, LocalDate to) {
        put(188, from);
        return to == null ? put(204, 16, "长期") : put(204, to);
    }

    /** Writes the letter that tells the kind of card. */
    public CardText flag(char flag) {
        return put(248, 2, String.valueOf(flag));
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, BYTES);
    }
}
