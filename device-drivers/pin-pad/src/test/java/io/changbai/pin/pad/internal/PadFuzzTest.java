package io.changbai.pin.pad.internal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Whatever bytes come from a PIN pad: as they are, and well framed. */
class PadFuzzTest {

    @FuzzTest
    void survivesWhateverAPadSends(byte[] bytes) {
        feed(bytes);
        int length = Math.min(bytes.length, PadFrame.LONGEST_BODY);
        byte[] frame = new byte[length + 3];
        frame[0] = PadFrame.STX;
        System.arraycopy(bytes, 0, frame, 1, length);
        frame[length + 1] = 0x03;
        byte[] summed = Arrays.copyOfRange(frame, 1, length + 2);
        frame[length + 2] = PadFrame.sum(summed, summed.length);
        feed(frame);
    }

    private static void feed(byte[] bytes) {
        PadDecoder decoder = new PadDecoder();
        int received = 0;
        for (byte each : bytes) {
            received += decoder.take(each).isPresent() ? 1 : 0;
        }
        decoder.clear();
        if (received > bytes.length || decoder.inFrame()) {
            throw new IllegalStateException("more frames than bytes, or one that was forgotten is still there");
        }
    }
}
