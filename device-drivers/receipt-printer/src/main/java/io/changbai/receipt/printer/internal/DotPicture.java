package io.changbai.receipt.printer.internal;

import java.util.BitSet;

/** Black dots on paper, turned into raster commands. Blank rows are fed and blank right ends left out: dots are slow. */
final class DotPicture {

    /** Small bands suit printers with little memory, and let a status query through between them. */
    private static final int BAND = 24;

    private final int width;
    private final int rows;
    private final BitSet dots = new BitSet();

    /** @param width in dots, a multiple of 8 */
    DotPicture(int width, int rows) {
        this.width = width;
        this.rows = rows;
    }

    void black(int x, int y) {
        if (x >= 0 && x < width && y >= 0 && y < rows) {
            dots.set(y * width + x);
        }
    }

    /** Adds the commands that print it at the left edge; the paper moves by all its rows. */
    void appendTo(CommandSequence out) {
        int top = dots.isEmpty() ? rows : dots.nextSetBit(0) / width;
        int end = dots.isEmpty() ? rows : (dots.length() - 1) / width + 1;
        out.add(EscPos.align(EscPos.ALIGN_LEFT));
        feed(out, top);
        int bytesPerRow = usedBytes();
        int band = Math.max(1, Math.min(BAND, (out.longest() - EscPos.RASTER_HEAD) / bytesPerRow));
        for (int y = top; y < end; y += band) {
            int height = Math.min(band, end - y);
            out.add(EscPos.raster(bytesPerRow, height, band(bytesPerRow, y, height)));
        }
        feed(out, rows - end);
        out.moved(rows);
    }

    private static void feed(CommandSequence out, int blankRows) {
        if (blankRows > 0) {
            out.add(EscPos.feedDots(blankRows));
        }
    }

    private int usedBytes() {
        int right = dots.stream().map(dot -> dot % width).max().orElse(0);
        return right / 8 + 1;
    }

    private byte[] band(int bytesPerRow, int top, int height) {
        byte[] band = new byte[height * bytesPerRow];
        int last = (top + height) * width;
        for (int i = dots.nextSetBit(top * width); i >= 0 && i < last; i = dots.nextSetBit(i + 1)) {
            int x = i % width;
            band[(i / width - top) * bytesPerRow + x / 8] |= (byte) (0x80 >> x % 8);
        }
        return withoutCommands(band);
    }

    /**
     * Printers look for real-time commands also inside pictures: 10 04 n would make an answer nobody asked for, 10 14
     * could clear the buffer. One more black dot makes 10 into 18.
     */
    private static byte[] withoutCommands(byte[] band) {
        for (int i = 0; i + 1 < band.length; i++) {
            if (band[i] == 0x10 && (band[i + 1] == 0x04 || band[i + 1] == 0x05 || band[i + 1] == 0x14)) {
                band[i] = 0x18;
            }
        }
        return band;
    }
}
