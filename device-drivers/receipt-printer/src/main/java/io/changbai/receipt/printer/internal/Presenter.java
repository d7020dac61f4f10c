package io.changbai.receipt.printer.internal;

import java.util.Optional;

/** What holds the paper after the cut, and how it is told what to do (differs between makers: device facts, 4.5). */
enum Presenter {
    /** Nothing: the paper hangs or falls out, and nobody notices. */
    NONE {
        @Override
        byte[] present(int steps) {
            return new byte[0];
        }

        @Override
        Optional<byte[]> retract() {
            return Optional.empty();
        }
    },
    /** The family of Custom: GS e 3 presents, GS e 2 draws back, DLE EOT 20 tells whether a ticket lies there. */
    CUSTOM {
        @Override
        byte[] present(int steps) {
            return new byte[] {0x1D, 0x65, 0x03, (byte) steps};
        }

        @Override
        Optional<byte[]> retract() {
            return Optional.of(new byte[] {0x1D, 0x65, 0x02});
        }
    },
    /** Zebra TTP: RS cuts and ejects, EM 100 draws back; what it tells about its outlet is not known for sure. */
    TTP {
        @Override
        byte[] present(int steps) {
            return new byte[] {0x1E};
        }

        @Override
        Optional<byte[]> retract() {
            return Optional.of(new byte[] {0x19, 0x64});
        }
    };

    /** Hands the cut paper over; empty when the cut does it. */
    abstract byte[] present(int steps);

    abstract Optional<byte[]> retract();

    /** Whether it answers DLE EOT 20. */
    boolean senses() {
        return this == CUSTOM;
    }
}
