package io.changbai.device.emulators.internal.sam;

import io.changbai.device.emulators.internal.sam.SamRequest.WireState;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Finds requests in a byte stream: AA AA AA 96 69, length (2), command, parameter, data, checksum. */
public final class SamRequests {
    private static final long PREAMBLE = 0xAAAAAA9669L;
    private static final long FIVE_BYTES = 0xFFFFFFFFFFL;
    /** The longest request of the protocol has one data byte; anything much longer is noise. */
    private static final int LONGEST = 64;
    /** Preamble and length. */
    private static final int HEAD = 7;

    private final InputStream in;

    public SamRequests(InputStream in) {
        this.in = in;
    }

    /** The next request, or nothing when the wire ended. Noise between requests is skipped, as the module does. */
    public Optional<SamRequest> next() throws IOException {
        if (!skipToPreamble()) {
            return Optional.empty();
        }
        int high = in.read();
        int low = in.read();
        int length = (high << 8) | low;
        if (low < 0) {
            return Optional.empty();
        }
        if (length < 3 || length > LONGEST) {
            return Optional.of(new SamRequest(0, 0, HEAD, WireState.WRONG_LENGTH));
        }
        byte[] body = in.readNBytes(length);
        return body.length < length ? Optional.empty() : Optional.of(checked(high ^ low, body));
    }

    private boolean skipToPreamble() throws IOException {
        long last = 0;
        while (last != PREAMBLE) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            last = ((last << 8) | next) & FIVE_BYTES;
        }
        return true;
    }

    private static SamRequest checked(int lengthXor, byte[] body) {
        int xor = lengthXor;
        for (byte b : body) {
            xor ^= b & 0xFF;
        }
        WireState state = xor == 0 ? WireState.GOOD : WireState.WRONG_CHECKSUM;
        return new SamRequest(body[0] & 0xFF, body[1] & 0xFF, HEAD + body.length, state);
    }
}
