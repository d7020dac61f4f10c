package io.changbai.receipt.printer.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What differs between printer models and sites.
 *
 * @param widthDots 576 for 80 mm paper, 384 for 58 mm, at 203 dots per inch
 * @param processId whether the printer answers process ids, the only receipt for "really printed"
 * @param fonts for lines with characters outside the ROM
 * @param poll how often an idle printer is asked
 * @param retry how long to wait before opening the channel again
 * @param answer how long one answer may take
 * @param job how long a job may take once its last byte was sent
 */
record PrinterProfile(
        int widthDots,
        RomCharset rom,
        boolean nativeQr,
        boolean processId,
        boolean fullCut,
        List<Path> fonts,
        Duration poll,
        Duration retry,
        Duration answer,
        Duration job) {

    int columns() {
        return widthDots / LinePainter.COLUMN;
    }
}
