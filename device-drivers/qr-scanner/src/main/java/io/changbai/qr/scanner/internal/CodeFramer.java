package io.changbai.qr.scanner.internal;

import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream of bytes into codes, at the suffix or at silence, however the bytes arrive. A code of more than 4096 bytes
 * is thrown away up to the next silence (the largest QR code holds 2953).
 */
final class CodeFramer {

    static final int LONGEST_CODE = 4096;

    private final byte[] suffix;
    private final byte[] buffer = new byte[LONGEST_CODE + 2];
    private int size;
    private boolean oversize;

    CodeFramer(Suffix suffix) {
        this.suffix = suffix.bytes();
    }

    /**
     * Takes one byte.
     *
     * @return the code it ends, without the suffix; blank lines are nobody's code
     */
    Optional<byte[]> take(byte next) {
        if (oversize) {
            return Optional.empty();
        }
        buffer[size++] = next;
        int end = size - suffix.length;
        if (suffix.length > 0 && end >= 0 && Arrays.equals(buffer, end, size, suffix, 0, suffix.length)) {
            return cut(end);
        }
        oversize = size == buffer.length;
        return Optional.empty();
    }

    /** No byte came for a while: what there is, is a code. Line ends behind it belong to the module, not to the code. */
    Optional<byte[]> silence() {
        if (oversize) {
            return Optional.empty();
        }
        int end = size;
        while (end > 0 && (buffer[end - 1] == '\r' || buffer[end - 1] == '\n')) {
            end--;
        }
        return cut(end);
    }

    /** True while a code is coming in that is too long. */
    boolean isOversize() {
        return oversize;
    }

    /** True when bytes wait for their suffix or for silence. */
    boolean isInCode() {
        return size > 0;
    }

    private Optional<byte[]> cut(int end) {
        byte[] code = Arrays.copyOf(buffer, end);
        clear();
        return end == 0 ? Optional.empty() : Optional.of(code);
    }

    /** Forgets what came so far. */
    void clear() {
        Arrays.fill(buffer, 0, size, (byte) 0);
        size = 0;
        oversize = false;
    }
}
