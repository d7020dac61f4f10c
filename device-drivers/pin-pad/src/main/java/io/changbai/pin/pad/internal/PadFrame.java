package io.changbai.pin.pad.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The frame of the profile {@code stx-etx-lrc}, both ways:
 *
 * <pre>
 *   02 | body, 1 to 256 bytes of 20 to 7E and 1C | 03 | XOR of body and 03
 * </pre>
 *
 * Whoever receives a frame answers with the single byte 06, or with 15 when the sum is wrong.
 */
final class PadFrame {

    static final byte STX = 0x02;
    static final byte ETX = 0x03;
    static final byte ACK = 0x06;
    static final byte NAK = 0x15;
    /** Between the fields of a body. */
    static final char FIELD = 0x1C;

    static final int LONGEST_BODY = 256;

    private PadFrame() {}

    static byte[] of(String body) {
        byte[] text = body.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[text.length + 3];
        frame[0] = STX;
        System.arraycopy(text, 0, frame, 1, text.length);
        frame[text.length + 1] = ETX;
        frame[text.length + 2] = sum(text, text.length);
        Arrays.fill(text, (byte) 0); // may hold an account number
        return frame;
    }

    static byte sum(byte[] body, int length) {
        byte sum = ETX;
        for (int i = 0; i < length; i++) {
            sum ^= body[i];
        }
        return sum;
    }

    static boolean isText(byte value) {
        return (value >= 0x20 && value <= 0x7E) || value == FIELD;
    }
}
