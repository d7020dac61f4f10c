package io.changbai.receipt.printer.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes apart what a printer sends back. Several senders share the line and none of them is framed, so each byte is
 * known by its fixed bits:
 *
 * <pre>
 *   11, 13            XON, XOFF; may fall anywhere but into the outlet's status
 *   37 … 00           a block; 37 22 d1 d2 d3 d4 00 is the answer to a process id
 *   5F … 00           a text about the printer (GS I)
 *   10 0F p u r e     status of paper and outlet (DLE EOT 20); 0F is no second byte of automatic status
 *   b &amp; 93 == 10      first of four bytes of automatic status; in the others bits 4 and 7 are clear
 *   b &amp; 93 == 12      answer to DLE EOT; it does not say to which
 *   anything else     noise
 * </pre>
 */
final class ReturnStream {

    /** Who wants what. */
    interface Listener {
        /** Whether the printer said XON; else it said XOFF. */
        void flow(boolean mayGoOn);

        /** All up to a process id is printed; {@code four} are its characters. */
        void processed(String four);

        /** One of the printer's answers about itself. */
        void introduced(String text);

        void automaticStatus(byte[] four);

        /** The six bytes 10, 0F, paper, user, recoverable errors, unrecoverable errors. */
        void outletStatus(byte[] six);

        void statusAnswer(int answer);
    }

    private static final int LONGEST_BLOCK = 96;
    private static final int OUTLET_STATUS = 0x0F;
    private static final int XON = 0x11;
    private static final int XOFF = 0x13;
    private static final int FIXED_BITS = 0x93;

    private final Listener listener;
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private final ByteArrayOutputStream status = new ByteArrayOutputStream();
    private boolean ofOutlet;

    ReturnStream(Listener listener) {
        this.listener = listener;
    }

    /** Forgets a block or status of which the rest never came. */
    void forget() {
        block.reset();
        status.reset();
        ofOutlet = false;
    }

    void accept(int value) {
        int b = value & 0xFF;
        if (ofOutlet) {
            inOutletStatus(b);
        } else if (b == XON || b == XOFF) {
            listener.flow(b == XON);
        } else if (block.size() > 0) {
            inBlock(b);
        } else if (status.size() > 0 && (b & 0x90) == 0) {
            inAutomaticStatus(b);
        } else {
            first(b);
        }
    }

    private void first(int b) {
        status.reset(); // a begun one that was not finished is lost
        if (b == 0x37 || b == 0x5F) {
            block.write(b);
        } else if ((b & FIXED_BITS) == 0x10) {
            status.write(b);
        } else if ((b & FIXED_BITS) == 0x12) {
            listener.statusAnswer(b);
        }
    }

    private void inBlock(int b) {
        if (b != 0 && block.size() < LONGEST_BLOCK) {
            block.write(b);
            return;
        }
        String text = block.toString(StandardCharsets.ISO_8859_1);
        block.reset();
        if (text.length() == 6 && text.startsWith("7\"")) {
            listener.processed(text.substring(2));
        } else if (b == 0 && text.startsWith("_")) {
            listener.introduced(text.substring(1));
        }
    }

    private void inAutomaticStatus(int b) {
        status.write(b);
        if (status.size() == 2 && b == OUTLET_STATUS) {
            ofOutlet = true;
        } else if (status.size() == 4) {
            byte[] four = status.toByteArray();
            status.reset();
            listener.automaticStatus(four);
        }
    }

    private void inOutletStatus(int b) {
        status.write(b);
        if (status.size() == 6) {
            byte[] six = status.toByteArray();
            forget();
            listener.outletStatus(six);
        }
    }
}
