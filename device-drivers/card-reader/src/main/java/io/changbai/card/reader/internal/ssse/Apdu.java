package io.changbai.card.reader.internal.ssse;

import java.nio.charset.Charset;

/** The commands sent to a social security card (LD/T 32), and nothing else is. */
final class Apdu {

    private static final byte[] SSSE = "sx1.sh.社会保障".getBytes(Charset.forName("GBK"));

    private Apdu() {}

    /** SELECT by the name of the application, {@code sx1.sh.社会保障}. */
    static byte[] selectSsse() {
        byte[] apdu = new byte[5 + SSSE.length];
        apdu[1] = (byte) 0xA4;
        apdu[2] = 0x04;
        apdu[4] = (byte) SSSE.length;
        System.arraycopy(SSSE, 0, apdu, 5, SSSE.length);
        return apdu;
    }

    /** SELECT of an elementary file below the application; some cards only know the form with {@code p1} 00. */
    static byte[] selectFile(int p1, int file) {
        return new byte[] {0x00, (byte) 0xA4, (byte) p1, 0x00, 0x02, (byte) (file >> 8), (byte) file};
    }

    /** READ RECORD of the current file by identifier, which is the tag of the field. */
    static byte[] readByTag(int tag) {
        return new byte[] {0x00, (byte) 0xB2, (byte) tag, 0x00, 0x00};
    }

    /** READ RECORD of the current file by number, from 1. */
    static byte[] readByNumber(int number) {
        return new byte[] {0x00, (byte) 0xB2, (byte) number, 0x04, 0x00};
    }
}
