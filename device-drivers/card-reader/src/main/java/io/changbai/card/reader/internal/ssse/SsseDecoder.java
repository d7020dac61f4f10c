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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a card of the records read. Every rule of the card's encoding is here. */
final class SsseDecoder {

    /** Some cards say 02.0 or 2.0 for 2.00. */
    private static final Pattern VERSION = Pattern.compile("0?(\\d)\\.(\\d)(\\d?)");

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
        String said = text(SsseField.SPEC_VERSION);
        Matcher version = VERSION.matcher(said);
        return version.matches()
                ? version.group(1) + "." + version.group(2) + (version.group(3).isEmpty() ? "0" : version.group(3))
                : said;
    }

    /** 32 hexadecimal digits, when the card has such an identification. */
    Optional<String> cardId() {
        byte[] id = value(SsseField.CARD_ID);
        return id.length == CARD_ID_BYTES ? Optional.of(hex(id)) : Optional.empty();
    }

    /** Empty when a field is missing or holds what no card can hold. */
    Optional<SocialCard> card(byte[] atr) {
        try {
            String cardId = cardId().orElse("");
            String number = text(SsseField.NUMBER);
            String cardNumber = text(SsseField.CARD_NUMBER);
            String name = name();
            boolean whole = hasRegion(cardId)
                    && cardNumber.length() >= CARD_NUMBER_CHARS
                    && CheckDigit.isRight(number)
                    && !name.isEmpty()
                    && name.chars().noneMatch(Character::isISOControl);
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
                    name,
                    text(SsseField.SEX),
                    digits(SsseField.NATION),
                    digits(SsseField.BIRTHPLACE),
                    born()));
        } catch (DateTimeException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean hasRegion(String cardId) {
        return cardId.length() == 2 * CARD_ID_BYTES
                && cardId.substring(0, REGION_DIGITS).matches("\\d+");
    }

    /** Joined as bytes, then decoded: the cut may go through a character. */
    private String name() throws CharacterCodingException {
        byte[] joined = Apdu.join(withoutZeros(value(SsseField.NAME)), withoutZeros(value(SsseField.NAME_CONTINUED)));
        return GB18030.newDecoder().decode(ByteBuffer.wrap(joined)).toString().stripTrailing();
    }

    private String text(SsseField field) {
        return new String(withoutZeros(value(field)), StandardCharsets.US_ASCII).stripTrailing();
    }

    /** Four bytes of BCD, YYYYMMDD. */
    private LocalDate date(SsseField field) {
        return LocalDate.parse(hex(value(field)), DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Nobody is turned away for it: the number says it too. */
    private Optional<LocalDate> born() {
        try {
            return Optional.of(date(SsseField.BORN));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** BCD, padded on the right with F; empty when it is anything else. */
    private String digits(SsseField field) {
        String packed = hex(value(field)).replaceAll("F+$", "");
        return packed.matches("\\d*") ? packed : "";
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

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
    }
}
