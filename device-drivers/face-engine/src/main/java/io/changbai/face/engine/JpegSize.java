package io.changbai.face.engine;

/** Whether bytes are a JPEG of a size that is safe to decode: a file of a few bytes can claim a picture of gigabytes. */
final class JpegSize {

    private static final int LARGEST_SIDE = 4_096;

    private JpegSize() {}

    static boolean isSafe(byte[] jpeg) {
        if (jpeg.length < 4 || word(jpeg, 0) != 0xFFD8) {
            return false;
        }
        int at = 2;
        while (at + 9 < jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int kind = jpeg[at + 1] & 0xFF;
            if (isFrameHeader(kind)) {
                return isSide(word(jpeg, at + 5)) && isSide(word(jpeg, at + 7));
            }
            int length = word(jpeg, at + 2);
            if (length < 2) {
                return false;
            }
            at += 2 + length;
        }
        return false;
    }

    private static boolean isSide(int pixels) {
        return pixels >= 16 && pixels <= LARGEST_SIDE;
    }

    /** C0 to CF, but for the tables C4 and CC and the reserved C8. */
    private static boolean isFrameHeader(int kind) {
        return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
