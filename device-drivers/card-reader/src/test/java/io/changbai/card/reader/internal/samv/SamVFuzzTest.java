package io.changbai.card.reader.internal.samv;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Whatever bytes come from a reader: frames, text blocks, appended addresses. The first byte picks the parser. */
class SamVFuzzTest {

    private static final int BLOCK = 4 + 256 + 1024;

    @FuzzTest
    void survivesWhateverAReaderSends(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
        switch (bytes[0] & 3) {
            case 0 -> frames(rest);
            case 1 -> TextBlock.decode(block(rest));
            case 2 -> TextBlock.decode(rest);
            default -> address(rest);
        }
    }

    private static void frames(byte[] bytes) {
        SamDecoder decoder = new SamDecoder();
        int taken = 0;
        for (int at = 0; at < bytes.length; at += 64) {
            decoder.append(bytes, at, Math.min(64, bytes.length - at));
            while (decoder.next() != SamReceived.NOTHING) {
                taken++;
            }
        }
        if (taken > bytes.length) {
            throw new IllegalStateException("more frames than bytes: " + taken);
        }
    }

    /** A block with the right lengths, so that the fields behind them are reached. */
    private static byte[] block(byte[] text) {
        byte[] block = Arrays.copyOf(new byte[] {1, 0, 4, 0}, BLOCK);
        System.arraycopy(text, 0, block, 4, Math.min(text.length, 256));
        return block;
    }

    private static void address(byte[] payload) {
        try {
            AddressBlock.decode(payload);
        } catch (BrokenRecordException declared) {
            // what it says of bad records
        }
    }
}
