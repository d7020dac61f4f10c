package io.changbai.qr.scanner.internal.codec;

/** CRC-CCITT, polynomial 1021, beginning with 0000. */
final class Crc {

    private static final int POLYNOMIAL = 0x1021;

    private Crc() {}

    /** Over the bytes from {@code from} up to, not with, {@code to}. */
    static int ccitt(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int at = from; at < to; at++) {
            crc ^= (bytes[at] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
        }
        return crc & 0xFFFF;
    }
}
