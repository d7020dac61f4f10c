package io.changbai.document.camera.internal.picture;

import java.util.Optional;

/**
 * What a JPEG picture says of itself before anything is decoded. Only baseline pictures with one or three bands, which is
 * what cameras send: progressive ones can cost any amount of time in few bytes.
 */
public record JpegHeader(int width, int height) {

    private static final int MARKER = 0xFF;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int SCAN = 0xDA;

    /** Empty when the bytes are not a whole baseline JPEG. */
    public static Optional<JpegHeader> of(byte[] jpeg) {
        boolean whole = jpeg.length > 4 && isMarker(jpeg, 0, SOI) && isMarker(jpeg, jpeg.length - 2, EOI);
        return whole ? frameHeader(jpeg) : Optional.empty();
    }

    /** Walks the segments to the frame header. */
    private static Optional<JpegHeader> frameHeader(byte[] jpeg) {
        int at = 2;
        while (at + 10 < jpeg.length && (jpeg[at] & 0xFF) == MARKER) {
            int kind = jpeg[at + 1] & 0xFF;
            int length = word(jpeg, at + 2);
            if (kind == BASELINE || kind == EXTENDED) {
                return header(jpeg, at);
            } else if (kind == SCAN || isOtherFrame(kind) || length < 2) {
                return Optional.empty();
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    private static Optional<JpegHeader> header(byte[] jpeg, int at) {
        JpegHeader header = new JpegHeader(word(jpeg, at + 7), word(jpeg, at + 5));
        int bands = jpeg[at + 9] & 0xFF;
        boolean known = header.width > 0 && header.height > 0 && (bands == 1 || bands == 3);
        return known ? Optional.of(header) : Optional.empty();
    }

    /** C2 to CF but for the tables C4 and CC and the reserved C8. */
    private static boolean isOtherFrame(int kind) {
        return kind > EXTENDED && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    }

    private static boolean isMarker(byte[] bytes, int at, int kind) {
        return (bytes[at] & 0xFF) == MARKER && (bytes[at + 1] & 0xFF) == kind;
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    public long pixels() {
        return (long) width * height;
    }
}
