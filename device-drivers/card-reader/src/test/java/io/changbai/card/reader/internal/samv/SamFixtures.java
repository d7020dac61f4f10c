package io.changbai.card.reader.internal.samv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Frames as the data sheet prints them, and payloads of invented people. */
final class SamFixtures {

    /** AA AA AA 96 69, length 0004, status 00 00 80 "no card", checksum 84. */
    static final byte[] NO_CARD = hex("AA AA AA 96 69 00 04 00 00 80 84");

    /** AA AA AA 96 69, length 0008, status 00 00 9F "found", four zero bytes, checksum 97. */
    static final byte[] FOUND = hex("AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97");

    /** AA AA AA 96 69, length 000C, status 00 00 90 "good", eight zero bytes, checksum 9C. */
    static final byte[] SELECTED = hex("AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C");

    /** AA AA AA 96 69, length 0004, status 00 00 90 "good", checksum 94. */
    static final byte[] GOOD = hex("AA AA AA 96 69 00 04 00 00 90 94");

    private SamFixtures() {}

    static byte[] hex(String spaced) {
        return HexFormat.of().parseHex(spaced.replace(" ", ""));
    }

    /** AA AA AA 96 69, length 0004, status 00 00 sw3, checksum. */
    static byte[] status(int sw3) {
        return new byte[] {
            (byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69, 0, 4, 0, 0, (byte) sw3, (byte) (4 ^ sw3)
        };
    }

    /** The text of a resident card, one line per field, each filled with spaces to its length. */
    static String residentText(String name, String number, String validTo, String flag) {
        return pad(name, 15) // name
                + "1" // sex
                + "01" // nation
                + "19580312" // born
                + pad("八九省一〇一县银杏路 1号", 35) // address, with a space inside
                + pad(number, 18) // number
                + pad("八九省一〇一县公安局", 15) // issuer
                + "20150101" // valid from
                + pad(validTo, 8) // valid to
                + pad("", 14) // reserved
                + pad(flag, 1) // at byte 248
                + pad("", 3); // reserved
    }

    /** The text of a permit for Hong Kong, Macau and Taiwan people. */
    static String permitText(String name, String number) {
        return pad(name, 15) // name
                + "2" // sex
                + "  " // reserved: no nation
                + "19900101" // born
                + pad("八九省一〇一县银杏路 1号", 35) // address
                + pad(number, 18) // number
                + pad("八九省一〇一县公安局", 15) // issuer
                + "20190101" // valid from
                + "20240101" // valid to
                + pad("H12345678", 9) // travel permit, at byte 220
                + "02" // number of issues
                + "   " // reserved
                + "J" // at byte 248
                + "   "; // reserved
    }

    /** The text of a foreigner's card of 2017. */
    static String permanentText2017(String english, String chinese, String number) {
        return pad(english, 60) // English name
                + "1" // sex, at byte 120
                + pad(number, 15) // number
                + "ZZZ" // nationality
                + pad(chinese, 15) // Chinese name, at byte 158
                + "20180101" // valid from
                + "20280101" // valid to
                + "19850615" // born, at byte 220
                + "01" // card version
                + "8901" // accepting authority, at byte 240
                + "I" // at byte 248
                + "   "; // reserved
    }

    /** The text of a foreigner's card of 2023; the English name is split after its 35th character. */
    static String permanentText2023(String chinese, String english, String number) {
        String padded = pad(english, 46);
        return pad(chinese, 15) // Chinese name
                + "2" // sex
                + "02" // renewals, at byte 32
                + "19850615" // born
                + padded.substring(0, 35) // English name, at byte 52
                + pad(number, 18) // number, at byte 122
                + pad("", 15) // reserved
                + "20240101" // valid from
                + "20340101" // valid to
                + padded.substring(35) // the rest of the English name, at byte 220
                + "ZZZ" // nationality, at byte 242
                + "Y" // at byte 248
                + "A01"; // ties to the former number
    }

    private static String pad(String text, int chars) {
        return text + " ".repeat(chars - text.length());
    }

    /** The payload of a read answer: lengths 0100 and 0400, text, photo. */
    static byte[] payload(String text) {
        byte[] payload = new byte[4 + 256 + 1024];
        payload[0] = 0x01; // text length, high byte
        payload[2] = 0x04; // photo length, high byte
        byte[] utf16 = text.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(utf16, 0, payload, 4, utf16.length);
        Arrays.fill(payload, 4 + 256, payload.length, (byte) 0x57);
        return payload;
    }

    /** AA AA AA 96 69, length, status 00 00 90, {@code payload}, checksum. */
    static byte[] goodAnswer(byte[] payload) {
        byte[] frame = new byte[5 + 2 + 3 + payload.length + 1];
        System.arraycopy(hex("AA AA AA 96 69 00 00 00 00 90"), 0, frame, 0, 10);
        frame[5] = (byte) ((payload.length + 4) >> 8);
        frame[6] = (byte) (payload.length + 4);
        System.arraycopy(payload, 0, frame, 10, payload.length);
        return withChecksum(frame);
    }

    static byte[] readAnswer(byte[] payload) {
        byte[] frame = new byte[5 + 2 + 3 + payload.length + 1];
        System.arraycopy(hex("AA AA AA 96 69 05 08 00 00 90"), 0, frame, 0, 10);
        System.arraycopy(payload, 0, frame, 10, payload.length);
        return withChecksum(frame);
    }

    private static byte[] withChecksum(byte[] frame) {
        int sum = 0;
        for (int i = 5; i < frame.length - 1; i++) {
            sum ^= frame[i];
        }
        frame[frame.length - 1] = (byte) sum;
        return frame;
    }
}
