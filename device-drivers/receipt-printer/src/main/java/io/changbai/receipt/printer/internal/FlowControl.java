package io.changbai.receipt.printer.internal;

/** Who stops us when the printer's buffer is full. */
enum FlowControl {
    /** The line itself (RTS/CTS, a network box, USB): a chunk is what 9600 Bd take within the patience of one write. */
    LINE(2048),
    /**
     * XOFF in the stream of answers. It comes too late for what is already under way, and a printer takes only 256 bytes
     * after it; so no more than that is sent before an answer proves that the printer has it.
     */
    XON_XOFF(224);

    private final int chunk;

    FlowControl(int chunk) {
        this.chunk = chunk;
    }

    /** Bytes between two questions. */
    int chunk() {
        return chunk;
    }
}
