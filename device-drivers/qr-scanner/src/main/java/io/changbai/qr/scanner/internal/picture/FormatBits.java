package io.changbai.qr.scanner.internal.picture;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** Level of error correction and mask: fifteen bits, written twice (§7.9); and the version's eighteen, twice (§7.10). */
final class FormatBits {

    private static final int FORMAT_GENERATOR = 0x537;
    private static final int FORMAT_MASK = 0x5412;
    private static final int VERSION_GENERATOR = 0x1F25;
    private static final int KINDS = 32;

    private FormatBits() {}

    /** The five bits whose pattern fits the modules best. Unlike counting wrong bits, this weighs how sure each one is. */
    static int likeliest(Layout layout, float[] ink) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int format = 0; format < KINDS; format++) {
            int bits = bits(format);
            double fit = 0;
            for (int i = 0; i < 15; i++) {
                double both = ink[first(layout, i)] + ink[second(layout, i)];
                fit += (bits >> i & 1) == 1 ? both : -both;
            }
            if (fit > most) {
                most = fit;
                best = format;
            }
        }
        return best;
    }

    static ErrorCorrectionLevel level(int format) {
        return ErrorCorrectionLevel.forBits(format >> 3);
    }

    static int mask(int format) {
        return format & 7;
    }

    /** Writes the format and, from version 7 on, the version without a fault. */
    static void write(Layout layout, int format, BitMatrix symbol) {
        int bits = bits(format);
        for (int i = 0; i < 15; i++) {
            put(symbol, first(layout, i), bits >> i & 1);
            put(symbol, second(layout, i), bits >> i & 1);
        }
        int version = layout.version.getVersionNumber();
        int versionBits = version << 12 | remainder(version << 12, VERSION_GENERATOR, 12);
        for (int i = 0; version >= 7 && i < 18; i++) {
            int along = layout.dimension - 11 + i % 3;
            put(symbol, along * layout.dimension + i / 3, versionBits >> i & 1);
            put(symbol, i / 3 * layout.dimension + along, versionBits >> i & 1);
        }
    }

    private static void put(BitMatrix symbol, int module, int bit) {
        int u = module % symbol.getWidth();
        int v = module / symbol.getWidth();
        if (bit == 1) {
            symbol.set(u, v);
        } else {
            symbol.unset(u, v);
        }
    }

    private static int bits(int format) {
        return (format << 10 | remainder(format << 10, FORMAT_GENERATOR, 10)) ^ FORMAT_MASK;
    }

    private static int remainder(int value, int generator, int degree) {
        int rest = value;
        for (int bit = 31 - Integer.numberOfLeadingZeros(Math.max(1, rest)); bit >= degree; bit--) {
            if ((rest >> bit & 1) == 1) {
                rest ^= generator << (bit - degree);
            }
        }
        return rest;
    }

    /** Around the finder at the top left; bit 0 is the last. Row 8 leftwards from the corner and column 8, past the timing. */
    private static int first(Layout layout, int bit) {
        int n = layout.dimension;
        if (bit < 6) {
            return bit * n + 8;
        } else if (bit < 8) {
            return (bit + 1) * n + 8;
        } else if (bit == 8) {
            return 8 * n + 7;
        }
        return 8 * n + (14 - bit);
    }

    /** Beside the two other finders. */
    private static int second(Layout layout, int bit) {
        int n = layout.dimension;
        return bit < 8 ? 8 * n + (n - 1 - bit) : (n - 15 + bit) * n + 8;
    }
}
