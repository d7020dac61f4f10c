package io.changbai.device.emulators;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * A resident identity card of somebody who does not exist: the 256-byte text block, 1024 photo bytes that no decoder
 * understands, and perhaps an appended address. Never a real person's.
 */
public final class SyntheticIdCard {
    private static final int TEXT_BYTES = 256;
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

    /** A card whose text block follows the resident layout. Fields too long for their place are cut, as issuers do. */
    public static SyntheticIdCard resident(Print print) {
        byte[] text = new byte[TEXT_BYTES];
        Arrays.fill(text, (byte) 0);
        for (int i = 0; i < TEXT_BYTES; i += 2) {
            text[i] = ' ';
        }
        put(text, 0, 30, print.name());
        put(text, 30, 2, print.sex());
        put(text, 32, 4, print.nation());
        put(text, 36, 16, compact(print.born()));
        put(text, 52, 70, print.address());
        put(text, 122, 36, print.number());
        put(text, 158, 30, print.issuer());
        put(text, 188, 16, compact(print.validFrom()));
        put(text, 204, 16, print.validTo() == null ? "长期" : compact(print.validTo()));
        return ofText(text);
    }

    /** A card with any text block: other card kinds, broken cards. */
    public static SyntheticIdCard ofText(byte[] text) {
        if (text.length != TEXT_BYTES) {
            throw new IllegalArgumentException("The text block has 256 bytes, not " + text.length);
        }
        return new SyntheticIdCard(text.clone(), unreadablePhoto(text), null);
    }

    /** The same card with an address added after a move (at most 35 characters). */
    public SyntheticIdCard withAppendedAddress(String address) {
        return new SyntheticIdCard(text, photo, address);
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
        put(block, 0, ADDRESS_BYTES, appendedAddress);
        return block;
    }

    @Override
    public String toString() {
        return "SyntheticIdCard[redacted]";
    }

    private static void put(byte[] block, int offset, int length, String value) {
        byte[] bytes = value.getBytes(UTF_16LE);
        System.arraycopy(bytes, 0, block, offset, Math.min(length, bytes.length));
    }

    private static String compact(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
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
