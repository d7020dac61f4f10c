package io.changbai.receipt.printer.internal;

import io.changbai.device.api.print.PrintResult.Reason;
import java.util.Optional;

/** What the four answers to DLE EOT say, or one automatic status. */
record PrinterState(
        boolean offline,
        boolean coverOpen,
        boolean paperOut,
        boolean paperLow,
        boolean mechanical,
        boolean cutter,
        boolean broken,
        boolean waitsByItself) {

    /**
     * @param printer answer to n = 1: bit 3 offline
     * @param cause answer to n = 2: bit 2 cover open, bit 5 stopped by paper end
     * @param error answer to n = 3: bit 2 mechanical, 3 cutter, 5 unrecoverable, 6 recovers by itself (head hot)
     * @param paper answer to n = 4: bits 2 and 3 near end, bits 5 and 6 end
     */
    static PrinterState ofAnswers(int printer, int cause, int error, int paper) {
        return new PrinterState(
                has(printer, 0x08),
                has(cause, 0x04),
                has(cause, 0x20) || has(paper, 0x60),
                has(paper, 0x0C),
                has(error, 0x04),
                has(error, 0x08),
                has(error, 0x20),
                has(error, 0x40));
    }

    /** @param b four bytes: 1 offline and cover, 2 errors, 3 paper (bits 0 and 1 near end, 2 and 3 end), 4 reserved */
    static PrinterState ofAutomaticStatus(byte[] b) {
        return new PrinterState(
                has(b[0], 0x08),
                has(b[0], 0x20),
                has(b[2], 0x0C),
                has(b[2], 0x03),
                has(b[1], 0x04),
                has(b[1], 0x08),
                has(b[1], 0x20),
                has(b[1], 0x40));
    }

    /** Why printing cannot go on until somebody comes; empty also when the printer only needs a moment. */
    Optional<Reason> blocked() {
        if (broken || mechanical) {
            return Optional.of(Reason.DEVICE_ERROR);
        } else if (cutter) {
            return Optional.of(Reason.CUTTER);
        } else if (coverOpen) {
            return Optional.of(Reason.COVER_OPEN);
        }
        return paperOut ? Optional.of(Reason.PAPER_OUT) : Optional.empty();
    }

    private static boolean has(int value, int bits) {
        return (value & bits) != 0;
    }
}
