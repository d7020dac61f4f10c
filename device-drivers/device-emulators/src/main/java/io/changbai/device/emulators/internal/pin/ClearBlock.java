package io.changbai.device.emulators.internal.pin;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * PIN blocks before encryption (ISO 9564-1), as 16 hexadecimal digits:
 *
 * <pre>
 *   format 0:  0 n PIN F…F        XOR  0000 and the 12 digits of the account number before its check digit
 *   format 1:  1 n PIN random
 *   format 3:  3 n PIN random A–F  XOR  as format 0
 * </pre>
 */
public final class ClearBlock {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NIBBLES = 16;

    private ClearBlock() {}

    /** @param format 0, 1 or 3 */
    public static byte[] of(int format, CharSequence pin, String pan) {
        StringBuilder block = new StringBuilder(NIBBLES);
        block.append(format).append(Integer.toHexString(pin.length())).append(pin);
        while (block.length() < NIBBLES) {
            block.append(fill(format));
        }
        byte[] clear = HEX.parseHex(block);
        return format == 1 ? clear : bound(clear, pan);
    }

    /** The PIN in a clear block; garbage when block, format and account number do not belong together. */
    public static String pinIn(byte[] clear, int format, String pan) {
        String block = HEX.formatHex(format == 1 ? clear : bound(clear, pan));
        int length = Character.digit(block.charAt(1), NIBBLES);
        return Character.digit(block.charAt(0), NIBBLES) == format ? block.substring(2, 2 + Math.min(length, 14)) : "";
    }

    private static char fill(int format) {
        int digit = switch (format) {
            case 0 -> 15;
            case 1 -> RANDOM.nextInt(NIBBLES);
            default -> 10 + RANDOM.nextInt(6);
        };
        return Character.toUpperCase(Character.forDigit(digit, NIBBLES));
    }

    private static byte[] bound(byte[] block, String pan) {
        byte[] account = HEX.parseHex("0000" + pan.substring(pan.length() - 13, pan.length() - 1));
        byte[] sum = block.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= account[i];
        }
        return sum;
    }
}
