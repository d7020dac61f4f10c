package io.changbai.documents.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * Which characters a TrueType file has, read from its {@code cmap} table alone: a few milliseconds and 32 kB, where
 * parsing the font costs up to a second and, as PDFBox reads fonts into memory whole, up to 31 MB.
 */
final class FontCoverage {

    private static final int TTCF = 0x74746366;
    private static final int CMAP = 0x636d6170;
    private static final int MAX_CMAP = 16 << 20;
    private static final int MAX_CODE_POINT = 0x10FFFF;

    private FontCoverage() {}

    /**
     * @param file a font ({@code .ttf}) or a collection ({@code .ttc}), of which the first font counts
     * @throws IOException the file is not there or is not a TrueType font
     */
    static BitSet read(Path file) throws IOException {
        try (RandomAccessFile font = new RandomAccessFile(file.toFile(), "r")) {
            Table cmap = new Table(cmapTable(font));
            BitSet found = new BitSet();
            int best = bestSubtable(cmap);
            if (cmap.u16(best) == 12) {
                addFormat12(cmap, best, found);
            } else if (cmap.u16(best) == 4) {
                addFormat4(cmap, best, found);
            }
            return found;
        } catch (IndexOutOfBoundsException e) {
            throw new IOException(file + ": the character map is damaged", e);
        }
    }

    private static byte[] cmapTable(RandomAccessFile font) throws IOException {
        if (font.readInt() == TTCF) {
            font.seek(12);
            font.seek(Integer.toUnsignedLong(font.readInt()));
            font.readInt();
        }
        int tables = font.readUnsignedShort();
        font.skipBytes(6);
        for (int i = 0; i < tables; i++) {
            int tag = font.readInt();
            font.readInt(); // checksum
            long offset = Integer.toUnsignedLong(font.readInt());
            int length = font.readInt();
            if (tag == CMAP && length > 0 && length <= MAX_CMAP) {
                byte[] table = new byte[length];
                font.seek(offset);
                font.readFully(table);
                return table;
            }
        }
        throw new IOException("no character map");
    }

    /** Full Unicode before the basic plane, as PDFBox chooses when it looks glyphs up. */
    private static int bestSubtable(Table cmap) throws IOException {
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

    private static void addFormat12(Table cmap, int at, BitSet found) {
        int groups = cmap.i32(at + 12);
        for (int i = 0; i < groups; i++) {
            int group = at + 16 + i * 12;
            int first = cmap.i32(group);
            int last = Math.min(cmap.i32(group + 4), MAX_CODE_POINT);
            int glyph = cmap.i32(group + 8);
            if (first >= 0 && first <= last) {
                found.set(glyph == 0 ? first + 1 : first, last + 1);
            }
        }
    }

    private static void addFormat4(Table cmap, int at, BitSet found) {
        int twice = cmap.u16(at + 6);
        int ends = at + 14;
        int starts = ends + twice + 2;
        int deltas = starts + twice;
        int ranges = deltas + twice;
        for (int i = 0; i < twice; i += 2) {
            int start = cmap.u16(starts + i);
            int delta = cmap.u16(deltas + i);
            int range = cmap.u16(ranges + i);
            for (int code = start; code <= cmap.u16(ends + i) && code < 0xFFFF; code++) {
                int glyph = range == 0 ? code : cmap.u16(ranges + i + range + (code - start) * 2);
                if (glyph != 0 && ((glyph + delta) & 0xFFFF) != 0) {
                    found.set(code);
                }
            }
        }
    }

    /** Big-endian fields of a table. */
    private static final class Table {
        private final byte[] bytes;

        Table(byte[] bytes) {
            this.bytes = bytes;
        }

        int u16(int at) {
            return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
        }

        int i32(int at) {
            return u16(at) << 16 | u16(at + 2);
        }
    }
}
