package io.changbai.card.reader.internal.ssse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The data objects of a payment application (BER-TLV, EMV book 3 annex B), from a card nobody has reason to trust: bounded
 * in depth, size and number; what does not fit is not there.
 *
 * @param tag one to three bytes
 */
@SuppressWarnings("ArrayRecordComponent") // wiped in place by its reader
record Ber(int tag, byte[] value) {

    private static final int MAX_OBJECTS = 64;
    private static final int MAX_DEPTH = 6;
    private static final int CONSTRUCTED = 0x20;
    private static final int MAX_TAG_BYTES = 3;

    /** All objects side by side, up to the first that does not fit. */
    static List<Ber> decode(byte[] bytes) {
        List<Ber> objects = new ArrayList<>();
        int at = 0;
        while (at < bytes.length && objects.size() < MAX_OBJECTS) {
            int tagEnd = tagEnd(bytes, at);
            int[] length = length(bytes, tagEnd); // value, bytes it takes
            int start = tagEnd + length[1];
            if (tagEnd > bytes.length || length[0] < 0 || length[0] > bytes.length - start) {
                return objects;
            }
            objects.add(new Ber(number(bytes, at, tagEnd), Arrays.copyOfRange(bytes, start, start + length[0])));
            at = start + length[0];
        }
        return objects;
    }

    /** The first object with this tag, at any depth. */
    static Optional<byte[]> find(byte[] bytes, int tag) {
        return find(bytes, tag, MAX_DEPTH);
    }

    private static Optional<byte[]> find(byte[] bytes, int tag, int depth) {
        for (Ber object : decode(bytes)) {
            if (object.tag == tag) {
                return Optional.of(object.value);
            }
            Optional<byte[]> inside =
                    object.isConstructed() && depth > 0 ? find(object.value, tag, depth - 1) : Optional.empty();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    boolean isConstructed() {
        int first = tag;
        while (first > 0xFF) {
            first >>>= 8;
        }
        return (first & CONSTRUCTED) != 0;
    }

    /** Where a tag ends; beyond the bytes when it does not. */
    static int tagEnd(byte[] bytes, int at) {
        int end = at + 1;
        if ((bytes[at] & 0x1F) == 0x1F) {
            do {
                if (end >= bytes.length || end - at >= MAX_TAG_BYTES) {
                    return bytes.length + 1;
                }
                end++;
            } while ((bytes[end - 1] & 0x80) != 0);
        }
        return end;
    }

    static int number(byte[] bytes, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number << 8 | (bytes[i] & 0xFF);
        }
        return number;
    }

    /** @return length and how many bytes say so; -1 when there is no such length */
    private static int[] length(byte[] bytes, int at) {
        if (at >= bytes.length) {
            return new int[] {-1, 0};
        }
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return new int[] {first, 1};
        }
        int more = first & 0x7F;
        boolean fits = more >= 1 && more <= 2 && at + more < bytes.length;
        return fits ? new int[] {number(bytes, at + 1, at + 1 + more), 1 + more} : new int[] {-1, 0};
    }

    /** The value may be a card number. */
    @Override
    public String toString() {
        return String.format("Ber[%X, %d bytes]", tag, value.length);
    }
}
