package io.changbai.device.emulators.internal.chip;

import java.util.Arrays;

/** Builds answers: data and status word. */
public final class Answer {
    public static final int OK = 0x9000;
    public static final int DATA_MAY_BE_CORRUPT = 0x6281;
    public static final int WRONG_LENGTH = 0x6700;
    public static final int SECURITY_NOT_SATISFIED = 0x6982;
    public static final int NOT_FOUND = 0x6A82;
    public static final int NO_SUCH_RECORD = 0x6A83;
    public static final int WRONG_P1_P2 = 0x6A86;
    public static final int UNKNOWN_INSTRUCTION = 0x6D00;
    public static final int UNKNOWN_CLASS = 0x6E00;
    public static final int TRIES_LEFT = 0x63C0;
    public static final int BLOCKED = 0x6983;
    public static final int NO_CHALLENGE = 0x6984;
    public static final int CONDITIONS_NOT_SATISFIED = 0x6985;
    public static final int MAC_WRONG = 0x6988;
    public static final int WRONG_DATA = 0x6A80;
    public static final int NO_KEY = 0x6A88;
    public static final int NO_KEY_INDEX = 0x9403;
    public static final int APPLICATION_LOCKED = 0x9303;

    private Answer() {}

    public static byte[] status(int word) {
        return new byte[] {(byte) (word >> 8), (byte) word};
    }

    public static byte[] data(byte[] data, int word) {
        byte[] answer = Arrays.copyOf(data, data.length + 2);
        answer[data.length] = (byte) (word >> 8);
        answer[data.length + 1] = (byte) word;
        return answer;
    }

    /** T=0 gives data only when exactly its length is asked for; else 6C says which. */
    public static byte[] exactly(byte[] data, int expected, int word) {
        return expected == data.length ? data(data, word) : status(0x6C00 | data.length);
    }
}
