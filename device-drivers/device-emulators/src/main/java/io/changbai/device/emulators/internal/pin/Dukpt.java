package io.changbai.device.emulators.internal.pin;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key per transaction (ANSI X9.24, triple DES): a pad holds what was derived from the base key for its serial number,
 * and counts; whoever has the base key finds each key again from the serial number that comes with a block.
 */
public final class Dukpt {
    private static final int COUNTER_BITS = 21;
    private static final int COUNTER = (1 << COUNTER_BITS) - 1;
    /** Counters with more ones than this are left out, so that deriving never takes longer. */
    private static final int MOST_ONES = 10;

    private static final byte[] MASK = {
        (byte) 0xC0, (byte) 0xC0, (byte) 0xC0, (byte) 0xC0, 0, 0, 0, 0,
        (byte) 0xC0, (byte) 0xC0, (byte) 0xC0, (byte) 0xC0, 0, 0, 0, 0
    };
    /** What makes a key one for PIN blocks. */
    private static final byte[] FOR_PINS = {0, 0, 0, 0, 0, 0, 0, (byte) 0xFF, 0, 0, 0, 0, 0, 0, 0, (byte) 0xFF};

    private final byte[] baseKey;
    private final byte[] serial;
    private int counter;

    /** Keys that exist from now on and nowhere else. */
    public Dukpt() {
        this(random(16), random(10));
    }

    /**
     * @param baseKey 16 bytes
     * @param serial 10 bytes, of which the last 21 bits count
     */
    public Dukpt(byte[] baseKey, byte[] serial) {
        this.baseKey = baseKey.clone();
        this.serial = withCounter(serial, 0);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** The serial number of the next key; every call goes on by one. */
    public synchronized byte[] next() {
        do {
            counter = (counter + 1) & COUNTER;
        } while (Integer.bitCount(counter) > MOST_ONES || counter == 0);
        return withCounter(serial, counter);
    }

    public byte[] encrypt(byte[] keySerial, byte[] block) {
        return tripleDes(Cipher.ENCRYPT_MODE, pinKey(keySerial), block);
    }

    public byte[] decrypt(byte[] keySerial, byte[] block) {
        return tripleDes(Cipher.DECRYPT_MODE, pinKey(keySerial), block);
    }

    private byte[] pinKey(byte[] keySerial) {
        byte[] key = initialKey(keySerial);
        byte[] register = Arrays.copyOfRange(withCounter(keySerial, 0), 2, 10);
        int count = counterOf(keySerial);
        for (int bit = 1 << (COUNTER_BITS - 1); bit > 0; bit >>= 1) {
            if ((count & bit) != 0) {
                register[5] |= (byte) (bit >> 16);
                register[6] |= (byte) (bit >> 8);
                register[7] |= (byte) bit;
                key = oneWay(key, register);
            }
        }
        return xor(key, FOR_PINS);
    }

    private byte[] initialKey(byte[] keySerial) {
        byte[] begin = Arrays.copyOf(withCounter(keySerial, 0), 8);
        return join(
                tripleDes(Cipher.ENCRYPT_MODE, baseKey, begin),
                tripleDes(Cipher.ENCRYPT_MODE, xor(baseKey, MASK), begin));
    }

    private static byte[] oneWay(byte[] key, byte[] register) {
        return join(half(xor(key, MASK), register), half(key, register));
    }

    private static byte[] half(byte[] key, byte[] register) {
        byte[] left = Arrays.copyOf(key, 8);
        byte[] right = Arrays.copyOfRange(key, 8, 16);
        return xor(crypt("DES", Cipher.ENCRYPT_MODE, left, xor(register, right)), right);
    }

    private static int counterOf(byte[] keySerial) {
        return (((keySerial[7] & 0xFF) << 16) | ((keySerial[8] & 0xFF) << 8) | (keySerial[9] & 0xFF)) & COUNTER;
    }

    private static byte[] withCounter(byte[] serial, int count) {
        byte[] copy = serial.clone();
        copy[7] = (byte) ((copy[7] & 0xE0) | (count >> 16));
        copy[8] = (byte) (count >> 8);
        copy[9] = (byte) count;
        return copy;
    }

    private static byte[] tripleDes(int mode, byte[] key, byte[] block) {
        return crypt("DESede", mode, join(key, Arrays.copyOf(key, 8)), block);
    }

    private static byte[] crypt(String algorithm, int mode, byte[] key, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance(algorithm + "/ECB/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, algorithm));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + algorithm, e);
        }
    }

    private static byte[] xor(byte[] one, byte[] other) {
        byte[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= other[i];
        }
        return sum;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
