package io.changbai.receipt.printer.internal;

import java.io.IOException;

/**
 * What a job that ended early may have left in the printer, or a process that was killed. It is cleared before anything
 * else is sent; a slip that was begun is cut off, so that nothing of it hangs on the next resident's receipt.
 */
final class Residue {

    private final PrinterProfile profile;
    private boolean bytes = true;
    private boolean slip;

    Residue(PrinterProfile profile) {
        this.profile = profile;
    }

    void ofJob() {
        bytes = true;
        slip = true;
    }

    boolean isPossible() {
        return bytes;
    }

    /** Done again until {@link #isGone} was said: a clear that never arrived clears nothing. */
    void clear(PrinterLine line) throws IOException {
        if (!bytes) {
            return;
        }
        line.send(EscPos.CLEAR_BUFFERS);
        line.send(EscPos.RECOVER_CLEARED);
        line.send(EscPos.INITIALISE);
        if (slip) {
            line.send(profile.paper().cut());
            line.send(profile.outlet().present());
        }
    }

    /** The printer answered after it was cleared. */
    void isGone() {
        bytes = false;
        slip = false;
    }
}
