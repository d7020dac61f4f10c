package io.changbai.device.emulators.internal.escpos;

/** What was being printed is no longer wanted: the host cleared the buffer, or the printer was switched off. */
public final class BufferCleared extends Exception {
    private static final long serialVersionUID = 1L;

    BufferCleared() {
        super("the receive buffer was cleared", null, false, false);
    }
}
