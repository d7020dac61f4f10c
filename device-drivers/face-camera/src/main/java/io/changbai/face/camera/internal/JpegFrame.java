package io.changbai.face.camera.internal;

/** Whether bytes are a whole JPEG picture of a size worth looking at. They are not decoded here. */
final class JpegFrame {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int MARKER = 0xFF;
    /** A header alone has over 600 bytes; even a grey room in 640 by 480 has more. */
    private static final int SMALLEST = 1_024;

    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int MIN_WIDTH = 320;
    private static final int MIN_HEIGHT = 240;

    private JpegFrame() {}

    /** Begins, ends and is as large as a camera's picture. */
    static boolean isUsable(byte[] bytes) {
        return bytes.length >= SMALLEST
                && bytes.length <= LARGEST
                && isMarker(bytes, 0, SOI)
                && isMarker(bytes, bytes.length - 2, EOI)
                && isLargeEnough(bytes);
    }

    /** Walks the segments to the frame header, which says height and width. */
    private static boolean isLargeEnough(byte[] bytes) {
        int at = 2;
        while (at + 9 < bytes.length && (bytes[at] & 0xFF) == MARKER) {
            int kind = bytes[at + 1] & 0xFF;
            if (isFrameHeader(kind)) {
                return word(bytes, at + 5) >= MIN_HEIGHT && word(bytes, at + 7) >= MIN_WIDTH;
            }
            int length = word(bytes, at + 2);
            if (length < 2) {
                return false;
            }
            at += 2 + length;
        }
        return false;
    }

    /** C0 to CF are frame headers, but for the tables C4 and CC and the reserved C8. */
    private static boolean isFrameHeader(int kind) {
        return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    }

    private static boolean isMarker(byte[] bytes, int at, int kind) {
        return (bytes[at] & 0xFF) == MARKER && (bytes[at + 1] & 0xFF) == kind;
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
