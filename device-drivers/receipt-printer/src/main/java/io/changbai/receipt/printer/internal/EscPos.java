package io.changbai.receipt.printer.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The ESC/POS commands this driver sends. Pure: parameters in, bytes out. */
final class EscPos {

    static final int ALIGN_LEFT = 0;
    static final int ALIGN_CENTRE = 1;
    static final int ALIGN_RIGHT = 2;

    /** ESC @: modes and line buffer to their defaults; the receive buffer stays. */
    static final byte[] INITIALISE = {0x1B, 0x40};
    /** FS &amp;: sent always, as only Chinese models start in Chinese mode. */
    static final byte[] CHINESE_MODE = {0x1C, 0x26};
    /** DLE DC4 8: throw away what waits in the receive and print buffers, at once, also when offline. */
    static final byte[] CLEAR_BUFFERS = {0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08};
    /** DLE ENQ 2: leave a recoverable error without printing the rest. */
    static final byte[] RECOVER_CLEARED = {0x10, 0x05, 0x02};

    /** GS a: tell by itself of online, error and paper; the drawer is nobody's business. */
    static final byte[] AUTOMATIC_STATUS = {0x1D, 0x61, 0x0E};

    static final byte[] LINE_FEED = {0x0A};
    static final byte[] FULL_CUT = {0x1D, 0x56, 0x41, 0x00};
    static final byte[] PARTIAL_CUT = {0x1D, 0x56, 0x42, 0x00};

    /** Bytes of GS v 0 before its dots. */
    static final int RASTER_HEAD = 8;

    private static final int QR_OVERHEAD = 9 + 8 + 8 + 8 + 8;
    private static final int MOST_QR_BYTES = 2_331; // version 40, level M, byte mode

    private EscPos() {}

    /** DLE EOT n, n from 1 to 4. */
    static byte[] statusQuery(int n) {
        return new byte[] {0x10, 0x04, (byte) n};
    }

    /** DLE EOT 20: six bytes about paper and outlet, from printers of Custom's family. */
    static byte[] outletQuery() {
        return new byte[] {0x10, 0x04, 0x14};
    }

    /** GS I n: 65 firmware, 67 model, 68 serial number, each answered as a text. */
    static byte[] identify(int n) {
        return new byte[] {0x1D, 0x49, (byte) n};
    }

    static byte[] align(int how) {
        return new byte[] {0x1B, 0x61, (byte) how};
    }

    static byte[] bold(boolean on) {
        return new byte[] {0x1B, 0x45, (byte) (on ? 1 : 0)};
    }

    /** GS ! for narrow characters and FS ! for Chinese ones; some printers heed only their own. */
    static byte[] doubled(boolean on) {
        return new byte[] {0x1D, 0x21, (byte) (on ? 0x11 : 0), 0x1C, 0x21, (byte) (on ? 0x0C : 0)};
    }

    static byte[] feedLines(int lines) {
        return new byte[] {0x1B, 0x64, (byte) Math.max(0, Math.min(lines, 255))};
    }

    static byte[] feedDots(int dots) {
        return new byte[] {0x1B, 0x4A, (byte) dots};
    }

    /** GS v 0 with rows of {@code bytesPerRow} bytes, left dot in the highest bit, 1 is black. */
    static byte[] raster(int bytesPerRow, int rows, byte[] dots) {
        return ByteBuffer.allocate(RASTER_HEAD + dots.length)
                .put(new byte[] {0x1D, 0x76, 0x30, 0x00})
                .put(low(bytesPerRow))
                .put(high(bytesPerRow))
                .put(low(rows))
                .put(high(rows))
                .put(dots)
                .array();
    }

    /** GS ( k: model 2, module size, level M, store, print. */
    static byte[] qr(String content, int moduleDots) {
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        if (data.length == 0 || data.length > MOST_QR_BYTES) {
            throw new IllegalArgumentException("no QR code for " + data.length + " bytes");
        }
        int length = data.length + 3;
        return ByteBuffer.allocate(QR_OVERHEAD + data.length)
                .put(new byte[] {0x1D, 0x28, 0x6B, 0x04, 0x00, 0x31, 0x41, 0x32, 0x00}) // model 2
                .put(new byte[] {0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x43, (byte) moduleDots})
                .put(new byte[] {0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x45, 0x31}) // level M
                .put(new byte[] {0x1D, 0x28, 0x6B, low(length), high(length), 0x31, 0x50, 0x30})
                .put(data)
                .put(new byte[] {0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x51, 0x30}) // print
                .array();
    }

    /** GS ( H fn 48: the printer sends the four characters back when all before them has been printed. */
    static byte[] processId(String four) {
        return ByteBuffer.allocate(11)
                .put(new byte[] {0x1D, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30})
                .put(four.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte low(int value) {
        return (byte) value;
    }

    private static byte high(int value) {
        return (byte) (value >> 8);
    }
}
