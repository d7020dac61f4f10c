package io.changbai.documents.internal;

import java.io.IOException;

/** Which glyph of a TrueType font draws a character, looked up in the bytes of its {@code cmap} table. */
final class CharacterMap {

    /** The glyph of a character the font does not have. */
    static final int NONE = 0;

    private final Bytes cmap;
    private final int subtable;
    private final int format;

    /** @throws IOException there is no map of Unicode, or it is damaged */
    CharacterMap(Bytes cmap) throws IOException {
        try {
            this.cmap = cmap;
            this.subtable = bestSubtable(cmap);
            this.format = cmap.u16(subtable);
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("the character map is damaged", e);
        }
    }

    /** {@link #NONE} also where the map is damaged. */
    int glyph(int codePoint) {
        try {
            if (format == 12) {
                return inFormat12(codePoint);
            }
            return format == 4 && codePoint < 0xFFFF ? inFormat4(codePoint) : NONE;
        } catch (IndexOutOfBoundsException e) {
            return NONE;
        }
    }

    /** Full Unicode before the basic plane, as PDFBox chooses when it looks glyphs up. */
    private static int bestSubtable(Bytes cmap) throws IOException {
        int best = -1;
        int bestRank = 0;
        for (int i = 0; i < cmap.u16(2); i++) {
            int record = 4 + i * 8;
            int rank = rank(cmap.u16(record), cmap.u16(record + 2));
            if (rank > bestRank) {
                bestRank = rank;
                best = cmap.i32(record + 4);
            }
        }
        if (best < 0) {
            throw new IOException("no Unicode character map");
        }
        return best;
    }

    private static int rank(int platform, int encoding) {
        if (platform == 0 && encoding == 4) {
            return 4;
        } else if (platform == 3 && encoding == 10) {
            return 3;
        } else if (platform == 0 && encoding == 3) {
            return 2;
        }
        return platform == 3 && encoding == 1 ? 1 : 0;
    }

    private int inFormat12(int codePoint) {
        int low = 0;
        int high = cmap.i32(subtable + 12) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int group = subtable + 16 + middle * 12;
            if (codePoint < cmap.i32(group)) {
                high = middle - 1;
            } else if (codePoint > cmap.i32(group + 4)) {
                low = middle + 1;
            } else {
                return cmap.i32(group + 8) + codePoint - cmap.i32(group);
            }
        }
        return NONE;
    }

    private int inFormat4(int codePoint) {
        int twice = cmap.u16(subtable + 6);
        int ends = subtable + 14;
        int starts = ends + twice + 2;
        for (int i = 0; i < twice; i += 2) {
            if (codePoint <= cmap.u16(ends + i)) {
                return codePoint < cmap.u16(starts + i) ? NONE : inSegment(codePoint, starts + i, twice);
            }
        }
        return NONE;
    }

    private int inSegment(int codePoint, int start, int twice) {
        int delta = cmap.u16(start + twice);
        int rangeAt = start + 2 * twice;
        int range = cmap.u16(rangeAt);
        if (range == 0) {
            return (codePoint + delta) & 0xFFFF;
        }
        int glyph = cmap.u16(rangeAt + range + (codePoint - cmap.u16(start)) * 2);
        return glyph == 0 ? NONE : (glyph + delta) & 0xFFFF;
    }
}
