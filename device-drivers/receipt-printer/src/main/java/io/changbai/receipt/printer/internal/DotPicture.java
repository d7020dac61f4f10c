package io.changbai.receipt.printer.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Black dots on paper, turned into raster commands. */
final class DotPicture {

    /** Small bands suit printers with little memory, and let a status query through between them. */
    private static final int BAND = 24;

    private final int bytesPerRow;
    private final int rows;
    private final BitSet dots = new BitSet();

    /** @param width in dots, a multiple of 8 */
    DotPicture(int width, int rows) {
        this.bytesPerRow = width / 8;
        this.rows = rows;
    }

    void black(int x, int y) {
        if (x >= 0 && x < bytesPerRow * 8 && y >= 0 && y < rows) {
            dots.set(y * bytesPerRow * 8 + x);
        }
    }

    List<byte[]> commands() {
        List<byte[]> commands = new ArrayList<>();
        for (int top = 0; top < rows; top += BAND) {
            int height = Math.min(BAND, rows - top);
            commands.add(EscPos.raster(bytesPerRow, height, band(top, height)));
        }
        return commands;
    }

    private byte[] band(int top, int height) {
        byte[] band = new byte[height * bytesPerRow];
        int first = top * bytesPerRow * 8;
        for (int i = dots.nextSetBit(first); i >= 0 && i < first + band.length * 8; i = dots.nextSetBit(i + 1)) {
            band[(i - first) / 8] |= (byte) (0x80 >> (i - first) % 8);
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
