package io.changbai.qr.scanner.internal.picture;

/**
 * Corrects a block of codewords of which some are known to be doubtful: twice as many of those can be mended as of wrong
 * ones nobody suspects. Field 256 of ISO/IEC 18004 (polynomial 11D, first root 1); Berlekamp–Massey begun with the erasures,
 * Chien's search, Forney's values.
 */
final class ReedSolomon {

    private static final int[] EXP = new int[510];
    private static final int[] LOG = new int[256];

    static {
        int x = 1;
        for (int i = 0; i < 255; i++) {
            EXP[i] = x;
            EXP[i + 255] = x;
            LOG[x] = i;
            x = x << 1 >= 256 ? x << 1 ^ 0x11D : x << 1;
        }
    }

    private final int checks;

    /** @param checks how many codewords of the block are there for correction */
    ReedSolomon(int checks) {
        this.checks = checks;
    }

    /**
     * Mends {@code block} in place.
     *
     * @param doubtful indexes of codewords whose value is not believed
     * @return how many codewords changed that were not doubtful; -1 when the block cannot be mended, which leaves it as it was
     */
    int mend(int[] block, int[] doubtful) {
        int[] syndromes = syndromes(block);
        if (isZero(syndromes)) {
            return 0;
        }
        int[] locator = locator(syndromes, erasures(block.length, doubtful), doubtful.length);
        int degree = degree(locator);
        if (degree == 0 || 2 * (degree - doubtful.length) + doubtful.length > checks) {
            return -1;
        }
        int[] mended = block.clone();
        if (!correct(mended, locator, degree, syndromes) || !isZero(syndromes(mended))) {
            return -1;
        }
        System.arraycopy(mended, 0, block, 0, block.length);
        return Math.max(0, degree - doubtful.length);
    }

    private int[] syndromes(int[] block) {
        int[] syndromes = new int[checks];
        for (int i = 0; i < checks; i++) {
            int sum = 0;
            for (int codeword : block) {
                sum = (sum == 0 ? 0 : EXP[LOG[sum] + i]) ^ codeword;
            }
            syndromes[i] = sum;
        }
        return syndromes;
    }

    private int[] erasures(int length, int[] doubtful) {
        int[] locator = new int[checks + 1];
        locator[0] = 1;
        for (int n = 0; n < doubtful.length; n++) {
            int root = EXP[length - 1 - doubtful[n]];
            for (int i = n + 1; i > 0; i--) {
                locator[i] ^= times(root, locator[i - 1]);
            }
        }
        return locator;
    }

    private int[] locator(int[] syndromes, int[] erasures, int doubtful) {
        int[] locator = erasures;
        int[] before = erasures.clone();
        int errors = doubtful;
        for (int r = doubtful + 1; r <= checks; r++) {
            int discrepancy = 0;
            for (int i = 0; i < r; i++) {
                discrepancy ^= times(locator[i], syndromes[r - 1 - i]);
            }
            int[] shifted = new int[checks + 1];
            System.arraycopy(before, 0, shifted, 1, checks);
            if (discrepancy == 0) {
                before = shifted;
                continue;
            }
            int[] next = locator.clone();
            for (int i = 0; i <= checks; i++) {
                next[i] ^= times(discrepancy, shifted[i]);
            }
            if (2 * errors <= r + doubtful - 1) {
                errors = r + doubtful - errors;
                before = over(locator, discrepancy);
            } else {
                before = shifted;
            }
            locator = next;
        }
        return locator;
    }

    private boolean correct(int[] block, int[] locator, int degree, int[] syndromes) {
        int[] evaluator = new int[checks];
        for (int i = 0; i < checks; i++) {
            for (int k = 0; k <= Math.min(i, degree); k++) {
                evaluator[i] ^= times(syndromes[i - k], locator[k]);
            }
        }
        int found = 0;
        for (int at = 0; at < block.length; at++) {
            int power = block.length - 1 - at;
            int inverse = (255 - power) % 255;
            if (value(locator, degree, inverse) == 0) {
                int slope = 0;
                for (int i = 1; i <= degree; i += 2) {
                    slope ^= locator[i] == 0 ? 0 : EXP[(LOG[locator[i]] + inverse * (i - 1)) % 255];
                }
                int size = value(evaluator, checks - 1, inverse);
                if (slope == 0) {
                    return false;
                }
                block[at] ^= size == 0 ? 0 : EXP[(LOG[size] + power + 255 - LOG[slope]) % 255];
                found++;
            }
        }
        return found == degree;
    }

    private static int value(int[] polynomial, int degree, int logX) {
        int sum = 0;
        for (int i = 0; i <= degree; i++) {
            sum ^= polynomial[i] == 0 ? 0 : EXP[(LOG[polynomial[i]] + logX * i) % 255];
        }
        return sum;
    }

    private static int degree(int[] polynomial) {
        int degree = polynomial.length - 1;
        while (degree > 0 && polynomial[degree] == 0) {
            degree--;
        }
        return degree;
    }

    private static int times(int a, int b) {
        return a == 0 || b == 0 ? 0 : EXP[LOG[a] + LOG[b]];
    }

    private static int[] over(int[] polynomial, int divisor) {
        int[] quotient = new int[polynomial.length];
        for (int i = 0; i < quotient.length; i++) {
            quotient[i] = polynomial[i] == 0 ? 0 : EXP[LOG[polynomial[i]] + 255 - LOG[divisor]];
        }
        return quotient;
    }

    private static boolean isZero(int[] values) {
        for (int value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
