package io.changbai.card.reader.internal.ssse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/** The commands sent to a social security card (LD/T 32). */
final class Apdu {

    /** The key with which a terminal proves that it may read the holder's data (RKSSSE). */
    static final int READ_KEY = 0x0A;

    private static final byte[] SSSE = "sx1.sh.社会保障".getBytes(Charset.forName("GBK"));

    private Apdu() {}

    /** SELECT by the name of the application, {@code sx1.sh.社会保障}. */
    static byte[] selectSsse() {
        return select(SSSE);
    }

    /** SELECT by the name of an application. */
    static byte[] select(byte[] name) {
        return expecting(command(0x00, 0xA4, 0x04, 0x00, name));
    }

    /** SELECT of an elementary file below the application; some cards only know the form with {@code p1} 00. */
    static byte[] selectFile(int p1, int file) {
        return command(0x00, 0xA4, p1, 0x00, new byte[] {(byte) (file >> 8), (byte) file});
    }

    /**
     * READ RECORD by identifier, which is the tag of the field.
     *
     * @param expected length of the record; 0 when it is not known
     */
    static byte[] readByTag(int tag, int shortFile, int expected) {
        return new byte[] {0x00, (byte) 0xB2, (byte) tag, (byte) (shortFile << 3), (byte) expected};
    }

    /**
     * READ RECORD by number, from 1.
     *
     * @param shortFile the file's short identifier; 0 for the file selected last
     */
    static byte[] readByNumber(int number, int shortFile) {
        return new byte[] {0x00, (byte) 0xB2, (byte) number, (byte) (shortFile << 3 | 4), 0x00};
    }

    static byte[] getChallenge() {
        return new byte[] {0x00, (byte) 0x84, 0x00, 0x00, 0x08};
    }

    /** INTERNAL AUTHENTICATE: the card enciphers {@code random}. */
    static byte[] internalAuthenticate(byte[] factor, byte[] random) {
        return expecting(command(0x00, 0x88, 0x00, 0x00, join(factor, random)));
    }

    /** EXTERNAL AUTHENTICATE: the terminal proves itself. A wrong cipher costs a try of the key. */
    static byte[] externalAuthenticate(byte[] cipher, byte[] factor) {
        return command(0x00, 0x82, 0x00, READ_KEY, join(cipher, factor));
    }

    /** VERIFY. Holds a PIN: the caller wipes it. */
    static byte[] verify(byte[] packedPin) {
        return command(0x00, 0x20, 0x00, 0x00, packedPin);
    }

    /** VERIFY without a PIN: asks how many tries are left and costs none (ISO 7816-4). */
    static byte[] triesLeft() {
        return new byte[] {0x00, 0x20, 0x00, 0x00};
    }

    /** CHANGE PIN: old, FF, new. Holds PINs: the caller wipes it. */
    static byte[] changePin(byte[] oldPacked, byte[] newPacked) {
        byte[] body = new byte[oldPacked.length + 1 + newPacked.length];
        System.arraycopy(oldPacked, 0, body, 0, oldPacked.length);
        body[oldPacked.length] = (byte) 0xFF;
        System.arraycopy(newPacked, 0, body, oldPacked.length + 1, newPacked.length);
        byte[] command = command(0x80, 0x5E, 0x01, 0x00, body);
        Arrays.fill(body, (byte) 0);
        return command;
    }

    /** PIN UNBLOCK, sealed by whoever holds the key. */
    static byte[] unlockPin(int p2, byte[] sealed) {
        return command(0x84, 0x24, 0x00, p2, sealed);
    }

    /** A command with a body and no Le. */
    static byte[] command(int cla, int ins, int p1, int p2, byte[] body) {
        byte[] apdu = new byte[5 + body.length];
        apdu[0] = (byte) cla;
        apdu[1] = (byte) ins;
        apdu[2] = (byte) p1;
        apdu[3] = (byte) p2;
        apdu[4] = (byte) body.length;
        System.arraycopy(body, 0, apdu, 5, body.length);
        return apdu;
    }

    /**
     * The same with Le 00, for commands that are answered with data. Over T=0 there is no such byte, and the JDK takes it
     * off; over T=1 and contactless a card gives no data without it.
     */
    static byte[] expecting(byte[] command) {
        return Arrays.copyOf(command, command.length + 1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
