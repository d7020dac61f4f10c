package io.changbai.card.reader.internal.samv;

import io.changbai.card.reader.internal.CheckDigit;
import io.changbai.device.api.card.IdCard;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What the payload of a read answer holds: lengths, 256 bytes of text (UTF-16LE), 1024 bytes of photo. */
sealed interface TextBlock {

    int LENGTHS = 4;
    int TEXT = 256;
    int PHOTO = 1024;

    record Resident(IdCard card) implements TextBlock {}

    /** A card of another kind; {@code flag} is its letter, for example {@code J}. */
    record OtherKind(char flag) implements TextBlock {}

    /** Bytes that no card can hold; {@code why} says nothing of the person. */
    record Broken(String why) implements TextBlock {}

    static TextBlock decode(byte[] payload) {
        if (payload.length != LENGTHS + TEXT + PHOTO || lengthAt(payload, 0) != TEXT || lengthAt(payload, 2) != PHOTO) {
            return new Broken("lengths");
        }
        char flag = Field.FLAG.raw(payload).charAt(0);
        if (flag != ' ' && flag != 0) {
            return new OtherKind(flag);
        }
        try {
            return resident(payload);
        } catch (DateTimeException e) {
            return new Broken("a date");
        }
    }

    private static int lengthAt(byte[] payload, int offset) {
        return ((payload[offset] & 0xFF) << 8) | (payload[offset + 1] & 0xFF);
    }

    private static TextBlock resident(byte[] payload) {
        String number = Field.NUMBER.text(payload);
        if (!CheckDigit.isRight(number)) {
            return new Broken("the number's check digit");
        }
        if (number.charAt(0) == '9' || number.charAt(0) == '0') {
            return new Broken("a number no resident has"); // 9 marks foreigners, whose cards carry a flag
        }
        byte[] photo = new byte[PHOTO];
        System.arraycopy(payload, LENGTHS + TEXT, photo, 0, PHOTO);
        return new Resident(new IdCard(
                Field.NAME.text(payload),
                Field.SEX.text(payload),
                Field.NATION.text(payload),
                date(Field.BORN.text(payload)),
                Field.ADDRESS.text(payload),
                number,
                Field.ISSUER.text(payload),
                date(Field.VALID_FROM.text(payload)),
                validTo(Field.VALID_TO.text(payload)),
                photo));
    }

    private static Optional<LocalDate> validTo(String text) {
        return text.equals("长期") ? Optional.empty() : Optional.of(date(text));
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** The fields of the resident layout (GA/T 490), in bytes from the start of the text. */
    enum Field {
        NAME(0, 30),
        SEX(30, 2),
        NATION(32, 4),
        BORN(36, 16),
        ADDRESS(52, 70),
        NUMBER(122, 36),
        ISSUER(158, 30),
        VALID_FROM(188, 16),
        VALID_TO(204, 16),
        /** Blank on resident cards; a letter on every other kind. */
        FLAG(248, 2);

        private final int offset;
        private final int length;

        Field(int offset, int length) {
            this.offset = offset;
            this.length = length;
        }

        private String raw(byte[] payload) {
            return new String(payload, LENGTHS + offset, length, StandardCharsets.UTF_16LE);
        }

        /** Without the padding at its end; spaces inside belong to names and addresses. */
        private String text(byte[] payload) {
            String raw = raw(payload);
            int end = raw.length();
            while (end > 0 && (raw.charAt(end - 1) == ' ' || raw.charAt(end - 1) == 0)) {
                end--;
            }
            return raw.substring(0, end);
        }
    }
}
