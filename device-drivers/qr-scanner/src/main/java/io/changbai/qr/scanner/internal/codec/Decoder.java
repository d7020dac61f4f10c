package io.changbai.qr.scanner.internal.codec;

import java.util.List;

/** Takes a module's bytes, however they arrive, and tells its codes from what it says itself. No I/O; used by one thread. */
public interface Decoder {

    /** The largest QR code holds 2953 bytes; what is longer is no code. */
    int LONGEST_CODE = 4096;

    /** Takes one byte; what became whole by it, in order. Never throws. */
    List<Heard> take(byte next);

    /** No byte came for as long as the profile calls silence; what became whole, or was given up, by that. */
    List<Heard> silence();

    /** True when bytes wait for their end or for silence. */
    boolean isInCode();

    /** Forgets and overwrites what came so far. */
    void clear();
}
