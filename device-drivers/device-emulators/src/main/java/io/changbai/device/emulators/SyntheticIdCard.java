package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.changbai.device.emulators.internal.sam.CardText;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * An identity document of somebody who does not exist: the 256-byte text block, 1024 photo bytes that no decoder
 * understands, and perhaps an appended address. Never a real person's.
 */
public final class SyntheticIdCard {
    private static final int PHOTO_BYTES = 1024;
    private static final int ADDRESS_BYTES = 70;

    private final byte[] text;
    private final byte[] photo;
    private final String appendedAddress;

    private SyntheticIdCard(byte[] text, byte[] photo, String appendedAddress) {
        this.text = text;
        this.photo = photo;
        this.appendedAddress = appendedAddress;
    }

    /** The printed side of a resident card; {@code validTo} null means 长期 (no end). */
    public record Print(
            String name,
            String sex,
            String nation,
            LocalDate born,
            String address,
            String number,
            String issuer,
            LocalDate validFrom,
            LocalDate validTo) {
        @Override
        public String toString() {
            return "Print[redacted]";
        }
    }

    /** What a foreigner's permanent resident card says; {@code extra} is its renewals (2023) or its version (2017). */
    public record Foreigner(
            String englishName,
            String chineseName,
            String sex,
            LocalDate born,
            String number,
            String nationality,
            LocalDate validFrom,
            LocalDate validTo,
            String extra) {
        @Override
        public String toString() {
            return "Foreigner[redacted]";
        }
    }

    /** A card whose text block follows the resident layout. Fields too long for their place are cut, as issuers do. */
    public static SyntheticIdCard resident(Print print) {
        return ofText(residentText(print).bytes());
    }

    /** The permit for Hong Kong, Macau and Taiwan people: as the resident card, without nation. */
    public static SyntheticIdCard permit(Print print, String travelPermit, String issue) {
        CardText text = residentText(print).put(32, 4, "  ");
        return ofText(
                text.put(220, 18, travelPermit).put(238, 4, issue).flag('J').bytes());
    }

    private static CardText residentText(Print print) {
        return new CardText()
                .put(0, 30, print.name())
                .put(30, 2, print.sex())
                .put(32, 4, print.nation())
                .put(36, print.born())
                .put(52, 70, print.address())
                .put(122, 36, print.number())
                .put(158, 30, print.issuer())
                .valid(print.validFrom(), print.validTo());
    }

    /** The foreigner's card of 2017; {@code authority} is the four-digit code of the office. */
    public static SyntheticIdCard permanentResident2017(Foreigner print, String authority) {
        return ofText(new CardText()
                .put(0, 120, print.englishName())
                .put(120, 2, print.sex())
                .put(122, 30, print.number())
                .put(152, 6, print.nationality())
                .put(158, 30, print.chineseName())
                .valid(print.validFrom(), print.validTo())
                .put(220, print.born())
                .put(236, 4, print.extra())
                .put(240, 8, authority)
                .flag('I')
                .bytes());
    }

    /** The foreigner's card of 2023; an English name of more than 35 characters goes on in a second place. */
    public static SyntheticIdCard permanentResident2023(Foreigner print, String formerNumber) {
        String english = print.englishName();
        return ofText(new CardText()
                .put(0, 30, print.chineseName())
                .put(30, 2, print.sex())
                .put(32, 4, print.extra())
                .put(36, print.born())
                .put(52, 70, english)
                .put(122, 36, print.number())
                .valid(print.validFrom(), print.validTo())
                .put(220, 22, english.substring(Math.min(35, english.length())))
                .put(242, 6, print.nationality())
                .put(250, 6, formerNumber)
                .flag('Y')
                .bytes());
    }

    /** Something with an antenna that is no identity document: a bank card, a bus card. */
    public static SyntheticIdCard notAnIdCard() {
        return new SyntheticIdCard(null, null, null);
    }

    /** A card with any text block: other card kinds, broken cards. */
    public static SyntheticIdCard ofText(byte[] text) {
        if (text.length != CardText.BYTES) {
            throw new IllegalArgumentException("The text block has 256 bytes, not " + text.length);
        }
        return new SyntheticIdCard(text.clone(), unreadablePhoto(text), null);
    }

    /** The same card with an address added after a move (at most 35 characters). */
    public SyntheticIdCard withAppendedAddress(String address) {
        return new SyntheticIdCard(text, photo, address);
    }

    /** The same card with another letter as its kind. */
    public SyntheticIdCard withFlag(char flag) {
        byte[] changed = text.clone();
        System.arraycopy(String.valueOf(flag).getBytes(UTF_16LE), 0, changed, 248, 2);
        return ofText(changed);
    }

    boolean isIdCard() {
        return text != null;
    }

    byte[] text() {
        return text.clone();
    }

    byte[] photo() {
        return photo.clone();
    }

    boolean hasAppendedAddress() {
        return appendedAddress != null;
    }

    /** The appended address as the chip holds it: 70 bytes, padded with spaces. */
    byte[] appendedAddress() {
        byte[] block = " ".repeat(ADDRESS_BYTES / 2).getBytes(UTF_16LE);
        byte[] bytes = appendedAddress.getBytes(UTF_16LE);
        System.arraycopy(bytes, 0, block, 0, Math.min(ADDRESS_BYTES, bytes.length));
        return block;
    }

    @Override
    public String toString() {
        return "SyntheticIdCard[redacted]";
    }

    private static byte[] unreadablePhoto(byte[] text) {
        byte[] bytes = new byte[PHOTO_BYTES];
        // Every byte value occurs, so that a driver which mangles one is caught; the card decides where the row starts.
        int start = Arrays.hashCode(text);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (start + i);
        }
        return bytes;
    }
}
