package io.changbai.receipt.printer.internal;

import java.nio.file.Path;
import java.util.List;

/**
 * What a receipt may be made of at this printer.
 *
 * @param widthDots 576 for 80 mm paper, 384 for 58 mm, at 203 dots per inch
 * @param nativeQr whether the printer draws QR codes
 * @param allAsPicture whether even what the ROM has is sent as dots: one typeface, and eleven times the bytes
 * @param fonts for what is sent as dots
 */
record PaperFormat(
        int widthDots, RomCharset rom, boolean nativeQr, boolean allAsPicture, boolean fullCut, List<Path> fonts) {

    int columns() {
        return widthDots / LinePainter.COLUMN;
    }

    byte[] cut() {
        return fullCut ? EscPos.FULL_CUT : EscPos.PARTIAL_CUT;
    }
}
