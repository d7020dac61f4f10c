package io.changbai.device.emulators.internal.escpos;

import io.changbai.device.emulators.internal.escpos.Conditions.Paper;

/** One look at the sensors, coded as each of the printer's status answers codes it. */
public record StatusBytes(
        Paper paper,
        boolean coverOpen,
        boolean cutterError,
        boolean headHot,
        boolean broken,
        boolean offline,
        boolean ticketInOutlet) {
    /** Bits 1 and 4 are set in every answer to DLE EOT; that is how a host recognises one. */
    private static final int REAL_TIME = 0x12;

    /** The answer to DLE EOT n, or nothing for an n this printer does not know. */
    byte[] realTime(int n) {
        return switch (n) {
            case 1 -> one(REAL_TIME | bit(3, offline));
            case 2 ->
                one(REAL_TIME
                        | bit(2, coverOpen)
                        | bit(5, paper == Paper.OUT)
                        | bit(6, cutterError || headHot || broken));
            case 3 -> one(REAL_TIME | bit(3, cutterError) | bit(5, broken) | bit(6, headHot));
            case 4 -> one(REAL_TIME | (low() ? 0x0C : 0) | (paper == Paper.OUT ? 0x60 : 0));
            default -> new byte[0];
        };
    }

    /** The six bytes of DLE EOT 20 of printers with a presenter: 10 0F, paper, user, recoverable, unrecoverable. */
    byte[] presenter() {
        int paperBits = bit(0, paper == Paper.OUT) | bit(2, low()) | bit(5, ticketInOutlet);
        return new byte[] {
            0x10,
            0x0F,
            (byte) paperBits,
            (byte) bit(1, coverOpen),
            (byte) bit(0, headHot),
            (byte) bit(0, cutterError || broken)
        };
    }

    /** The four bytes of automatic status back. */
    byte[] automatic() {
        return new byte[] {
            (byte) (0x10 | bit(3, offline) | bit(5, coverOpen)),
            (byte) (bit(3, cutterError) | bit(5, broken) | bit(6, headHot)),
            (byte) ((low() ? 0x03 : 0) | (paper == Paper.OUT ? 0x0C : 0)),
            0x00
        };
    }

    /** The answer to GS r 1 and ESC v. */
    byte[] paperSensor() {
        return one((low() ? 0x03 : 0) | (paper == Paper.OUT ? 0x0C : 0));
    }

    private boolean low() {
        return paper != Paper.OK;
    }

    private static int bit(int number, boolean set) {
        return set ? 1 << number : 0;
    }

    private static byte[] one(int value) {
        return new byte[] {(byte) value};
    }
}
