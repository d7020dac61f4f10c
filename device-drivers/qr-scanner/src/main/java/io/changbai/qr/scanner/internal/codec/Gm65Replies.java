package io.changbai.qr.scanner.internal.codec;

import java.util.HexFormat;

/**
 * {@code 02 00}, type (00 is success), length, data, CRC. They share the stream with codes, and their bytes may be any:
 * a CR within one is no suffix. Only control characters begin one, so a text code never looks like it.
 */
final class Gm65Replies implements Replies {

    private static final int HEAD = 4;
    private static final int CHECK = 2;
    /** Facts know success, wrong check and unknown command; makes differ in a few more. */
    private static final int LARGEST_TYPE = 0x0F;

    @Override
    public Look look(byte[] bytes, int size) {
        boolean begins = bytes[0] == 2
                && (size < 2 || bytes[1] == 0)
                && (size < 3 || (bytes[2] >= 0 && bytes[2] <= LARGEST_TYPE));
        if (!begins) {
            return Look.CODE;
        } else if (size < 2) {
            return Look.MAYBE;
        } else if (size < HEAD) {
            return Look.CERTAIN;
        }
        int length = bytes[HEAD - 1] & 0xFF;
        return size < HEAD + length + CHECK ? Look.CERTAIN : whole(bytes, length);
    }

    private static Look whole(byte[] bytes, int length) {
        boolean intact = Crc.ccitt(bytes, 2, HEAD + length) == word(bytes, HEAD + length);
        return Look.whole(
                intact && bytes[2] == 0, HexFormat.of().withUpperCase().formatHex(bytes, HEAD, HEAD + length));
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }
}
