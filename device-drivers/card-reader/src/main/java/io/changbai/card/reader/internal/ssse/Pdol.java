package io.changbai.card.reader.internal.ssse;

import java.util.Arrays;
import java.util.Map;

/** What a payment application wants to know before it says which files it has: a list of tags and lengths. */
final class Pdol {

    /** A GPO body holds no more. */
    private static final int MAX_BYTES = 250;

    /** Country and currency China, the date of no day, and a purchase that will not take place. */
    private static final Map<Integer, byte[]> KNOWN = Map.of(
            0x9F1A, new byte[] {0x01, 0x56},
            0x5F2A, new byte[] {0x01, 0x56},
            0x9A, new byte[] {0x25, 0x01, 0x01},
            0x9F37, new byte[] {0x12, 0x34, 0x56, 0x78});

    private Pdol() {}

    /** The values one after another, zeros where nothing is known; a list that makes no sense is answered up to there. */
    static byte[] fill(byte[] list) {
        byte[] values = new byte[MAX_BYTES];
        int filled = 0;
        int at = 0;
        while (at < list.length) {
            int tagEnd = Ber.tagEnd(list, at);
            if (tagEnd >= list.length || filled + (list[tagEnd] & 0xFF) > MAX_BYTES) {
                break;
            }
            int length = list[tagEnd] & 0xFF;
            byte[] known = KNOWN.getOrDefault(Ber.number(list, at, tagEnd), new byte[0]);
            System.arraycopy(known, 0, values, filled, Math.min(known.length, length));
            filled += length;
            at = tagEnd + 1;
        }
        return Arrays.copyOf(values, filled);
    }
}
