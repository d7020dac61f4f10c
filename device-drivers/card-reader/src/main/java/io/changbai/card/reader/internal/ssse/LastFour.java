package io.changbai.card.reader.internal.ssse;

import java.util.Optional;

/** The last four digits of a card number: BCD, ended by F padding (5A) or by the separator D of a track (57). */
final class LastFour {

    private static final int SHOWN = 4;
    /** ISO/IEC 7812: no card number is shorter or longer. */
    private static final int SHORTEST = 12;

    private static final int LONGEST = 19;

    private LastFour() {}

    /** Empty when the bytes begin with no card number. */
    static Optional<String> of(byte[] packed) {
        char[] last = new char[SHOWN];
        int digits = 0;
        for (int i = 0; i < 2 * packed.length; i++) {
            int half = i % 2 == 0 ? (packed[i / 2] & 0xFF) >> 4 : packed[i / 2] & 0x0F;
            if (half > 9) {
                break;
            }
            System.arraycopy(last, 1, last, 0, SHOWN - 1);
            last[SHOWN - 1] = (char) ('0' + half);
            digits++;
        }
        return digits >= SHORTEST && digits <= LONGEST ? Optional.of(new String(last)) : Optional.empty();
    }
}
