package io.changbai.card.reader.internal.ssse;

import io.changbai.card.reader.internal.CheckDigit;
import io.changbai.device.api.card.SocialCard;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a card of the records read. Every rule of the card's encoding is here. */
final class SsseDecoder {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int CARD_ID_BYTES = 16;
    private static final int REGION_DIGITS = 6;
    private static final int CARD_NUMBER_CHARS = 9;

    private final Map<Integer, byte[]> values;

    /** @param values by tag */
    SsseDecoder(Map<Integer, byte[]> values) {
        this.values = values;
    }

    /** The version of the card's specification, for example {@code 2.00}; empty when the card names none. */
    String specVersion() {
        return text(SsseField.SPEC_VERSION);
    }

    /** Empty when a field is missing or holds what no card can hold. */
    Optional<SocialCard> card(byte[] atr) {
        try {
            String cardId = hex(value(SsseField.CARD_ID));
            String number = text(SsseField.NUMBER);
            String cardNumber = text(SsseField.CARD_NUMBER);
            String name = name();
            boolean whole = cardId.length() == 2 * CARD_ID_BYTES
                    && cardId.substring(0, REGION_DIGITS).matches("\\d+")
                    && cardNumber.length() >= CARD_NUMBER_CHARS
                    && CheckDigit.isRight(number)
                    && !name.isEmpty();
            if (!whole) {
                return Optional.empty();
            }
            return Optional.of(new SocialCard(
                    specVersion(),
                    cardId.substring(0, REGION_DIGITS),
                    cardNumber.substring(0, CARD_NUMBER_CHARS),
                    cardId,
                    hex(atr),
                    date(SsseField.ISSUED_ON),
                    date(SsseField.VALID_TO),
                    number,
                    name));
        } catch (DateTimeException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Joined as bytes, then decoded: the cut may go through a character. */
    private String name() throws CharacterCodingException {
        byte[] first = withoutZeros(value(SsseField.NAME));
        byte[] second = withoutZeros(value(SsseField.NAME_CONTINUED));
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return GB18030.newDecoder().decode(ByteBuffer.wrap(joined)).toString().stripTrailing();
    }

    private String text(SsseField field) {
        return new String(withoutZeros(value(field)), StandardCharsets.US_ASCII).stripTrailing();
    }

    /** Four bytes of BCD, YYYYMMDD. */
    private LocalDate date(SsseField field) {
        return LocalDate.parse(hex(value(field)), DateTimeFormatter.BASIC_ISO_DATE);
    }

    private byte[] value(SsseField field) {
        return values.getOrDefault(field.tag(), new byte[0]);
    }

    /** 00 never ends a GB18030 character, so cutting it off is safe. */
    private static byte[] withoutZeros(byte[] padded) {
        int end = padded.length;
        while (end > 0 && padded[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(padded, end);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
    }
}
