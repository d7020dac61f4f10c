package io.changbai.card.reader.internal.samv;

/**
 * The frame of SAM_V readers (GA 467), both ways:
 *
 * <pre>
 *   AA AA AA 96 69 | length, 2 bytes, big-endian | content | checksum
 * </pre>
 *
 * The length counts content and checksum; the checksum is the XOR of length and content.
 */
final class SamFrame {

    /** Start as received: the first one or two AA are lost on some USB bridges. */
    static final byte[] START = {(byte) 0xAA, (byte) 0x96, 0x69};

    static final int LENGTH_BYTES = 2;

    /** Three status bytes and the checksum. */
    static final int MIN_ANSWER = 4;

    /** The longest legal answer has 0x090A: text, photo and 1024 bytes of fingerprint. */
    static final int MAX_ANSWER = 0x0A00;

    private SamFrame() {}

    static byte[] command(int command, int parameter) {
        return new byte[] {
            (byte) 0xAA,
            (byte) 0xAA,
            (byte) 0xAA,
            (byte) 0x96,
            0x69,
            0x00,
            0x03, // command, parameter, checksum
            (byte) command,
            (byte) parameter,
            (byte) (0x03 ^ command ^ parameter)
        };
    }

    static int xor(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum ^= bytes[i];
        }
        return sum & 0xFF;
    }
}
