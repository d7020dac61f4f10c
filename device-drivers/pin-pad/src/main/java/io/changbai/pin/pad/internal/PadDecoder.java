package io.changbai.pin.pad.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Finds frames and acknowledgements in a stream of bytes, one byte at a time. Garbage between frames is passed over. */
final class PadDecoder {

    private enum State {
        OUTSIDE,
        BODY,
        SUM
    }

    private final byte[] body = new byte[PadFrame.LONGEST_BODY];
    private State state = State.OUTSIDE;
    private int length;

    /** What {@code next} completes; empty for everything in between. */
    Optional<PadReceived> take(byte next) {
        return switch (state) {
            case OUTSIDE -> outside(next);
            case BODY -> inBody(next);
            case SUM -> atSum(next);
        };
    }

    boolean inFrame() {
        return state != State.OUTSIDE;
    }

    /** Forgets the frame that has begun. */
    void clear() {
        Arrays.fill(body, (byte) 0);
        length = 0;
        state = State.OUTSIDE;
    }

    private Optional<PadReceived> outside(byte next) {
        if (next == PadFrame.STX) {
            state = State.BODY;
            return Optional.empty();
        } else if (next == PadFrame.ACK) {
            return Optional.of(PadReceived.TAKEN);
        }
        return next == PadFrame.NAK ? Optional.of(PadReceived.REFUSED) : Optional.empty();
    }

    private Optional<PadReceived> inBody(byte next) {
        if (next == PadFrame.STX) {
            clear(); // the rest of the frame before was lost
            state = State.BODY;
        } else if (next == PadFrame.ETX) {
            state = State.SUM;
        } else if (!PadFrame.isText(next) || length == body.length) {
            clear();
            return Optional.of(PadReceived.DAMAGED);
        } else {
            body[length++] = next;
        }
        return Optional.empty();
    }

    private Optional<PadReceived> atSum(byte next) {
        boolean whole = length > 0 && next == PadFrame.sum(body, length);
        String text = new String(body, 0, length, StandardCharsets.US_ASCII);
        clear();
        return Optional.of(whole ? new PadReceived.Frame(text) : PadReceived.DAMAGED);
    }
}
