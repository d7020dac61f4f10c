package io.changbai.device.emulators.internal.escpos;

import java.util.Arrays;

/**
 * Hears the commands a printer obeys as they arrive, whatever lies before them in the buffer, even inside an image:
 * DLE EOT n, DLE ENQ n and DLE DC4 (clear buffer). The bytes stay in the stream; the interpreter steps over them.
 */
final class RealTimeCommands {
    private static final byte[] CLEAR = {0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08};

    /** What the printer does at once. */
    interface Listener {
        void statusAsked(int n);

        void recoverAsked(boolean clearing);
    }

    private final Listener listener;
    private final byte[] last = new byte[CLEAR.length];

    RealTimeCommands(Listener listener) {
        this.listener = listener;
    }

    /** Whether {@code next} ended a command that emptied the buffer, so that it must not go there itself. */
    boolean heard(int next) {
        System.arraycopy(last, 1, last, 0, last.length - 1);
        last[last.length - 1] = (byte) next;
        int before = last[last.length - 2];
        boolean escaped = last[last.length - 3] == 0x10;
        if (escaped && before == 0x04) {
            listener.statusAsked(next);
        } else if (escaped && before == 0x05 && (next == 1 || next == 2)) {
            listener.recoverAsked(next == 2);
            return next == 2;
        } else if (Arrays.equals(last, CLEAR)) {
            listener.recoverAsked(true);
            return true;
        }
        return false;
    }
}
