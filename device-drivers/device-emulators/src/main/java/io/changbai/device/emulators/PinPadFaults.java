package io.changbai.device.emulators;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What goes wrong on the wire of a PIN pad. Each fault with a count ends by itself after that many frames; switches stay
 * until {@link #clear()}.
 */
public final class PinPadFaults {
    private int wrongSums;
    private int truncated;
    private int garbageBefore;
    private int ignored;
    private boolean mute;

    /** The next {@code frames} carry a wrong checksum. */
    public synchronized void wrongSum(int frames) {
        wrongSums = frames;
    }

    /** The next {@code frames} stop in the middle. */
    public synchronized void truncate(int frames) {
        truncated = frames;
    }

    /** The next {@code frames} follow a few bytes of garbage. */
    public synchronized void garbageBefore(int frames) {
        garbageBefore = frames;
    }

    /** The pad does not hear the next {@code frames} of the host. */
    public synchronized void ignore(int frames) {
        ignored = frames;
    }

    /** The pad takes everything and says nothing. */
    public synchronized void mute(boolean on) {
        mute = on;
    }

    public synchronized boolean isMute() {
        return mute;
    }

    /** Everything works again. */
    public synchronized void clear() {
        wrongSums = 0;
        truncated = 0;
        garbageBefore = 0;
        ignored = 0;
        mute = false;
    }

    synchronized boolean takes() {
        if (ignored > 0) {
            ignored--;
            return false;
        }
        return true;
    }

    synchronized byte[] spoil(byte[] bytes) {
        if (mute) {
            return new byte[0];
        }
        boolean frame = bytes.length > 1;
        byte[] spoilt = bytes;
        if (frame && wrongSums > 0) {
            wrongSums--;
            spoilt[spoilt.length - 1] ^= 0x5A;
        }
        if (frame && truncated > 0) {
            truncated--;
            spoilt = Arrays.copyOf(spoilt, spoilt.length / 2);
        }
        if (frame && garbageBefore > 0) {
            garbageBefore--;
            byte[] garbage = "\u0000?~\u001C".getBytes(StandardCharsets.US_ASCII);
            byte[] longer = Arrays.copyOf(garbage, garbage.length + spoilt.length);
            System.arraycopy(spoilt, 0, longer, garbage.length, spoilt.length);
            spoilt = longer;
        }
        return spoilt;
    }
}
