package io.changbai.documents.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a TrueType font that holds only the outlines one document needs. Glyphs keep their numbers, so that all other
 * tables stay true; half a megabyte instead of sixteen.
 */
final class FontSubset {

    private static final List<String> COPIED =
            List.of("OS/2", "cvt ", "fpgm", "gasp", "hhea", "hmtx", "maxp", "name", "prep");
    private static final int HEAD_LOCA_FORMAT = 50;
    private static final int POST_HEADER = 32;
    private static final int WORDS = 0x0001;
    private static final int SCALE = 0x0008;
    private static final int MORE = 0x0020;
    private static final int TWO_SCALES = 0x0040;
    private static final int MATRIX = 0x0080;

    private final FontTables font;
    private final Bytes loca;
    private final boolean longLoca;

    FontSubset(FontTables font) throws IOException {
        this.font = font;
        this.loca = font.table("loca");
        this.longLoca = font.table("head").u16(HEAD_LOCA_FORMAT) == 1;
    }

    /** @param characters glyph by code point */
    byte[] of(SortedMap<Integer, Integer> characters) throws IOException {
        try {
            SortedMap<Integer, byte[]> outlines = outlines(characters);
            SortedMap<String, byte[]> tables = new TreeMap<>();
            for (String tag : COPIED) {
                if (font.has(tag)) {
                    tables.put(tag, font.table(tag).array());
                }
            }
            Bytes head = font.table("head");
            head.put16(HEAD_LOCA_FORMAT, 1);
            tables.put("head", head.array());
            Bytes post = font.part("post", 0, POST_HEADER);
            post.put32(0, 0x00030000); // no names of glyphs
            tables.put("post", post.array());
            tables.put("cmap", cmap(characters));
            tables.put("glyf", glyf(outlines));
            tables.put("loca", loca(outlines, font.table("maxp").u16(4)));
            return file(tables);
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("the font is damaged", e);
        }
    }

    private SortedMap<Integer, byte[]> outlines(Map<Integer, Integer> characters) throws IOException {
        SortedMap<Integer, byte[]> outlines = new TreeMap<>();
        Deque<Integer> wanted = new ArrayDeque<>(characters.values());
        wanted.add(CharacterMap.NONE); // every font begins with the picture of what it does not have
        while (!wanted.isEmpty()) {
            int glyph = wanted.remove();
            if (!outlines.containsKey(glyph)) {
                Bytes outline = font.part("glyf", offset(glyph), (int) (offset(glyph + 1) - offset(glyph)));
                outlines.put(glyph, outline.array());
                addComponents(outline, wanted);
            }
        }
        return outlines;
    }

    private long offset(int glyph) {
        return longLoca ? Integer.toUnsignedLong(loca.i32(glyph * 4)) : loca.u16(glyph * 2) * 2L;
    }

    /** A composite outline names other glyphs instead of having contours of its own. */
    private static void addComponents(Bytes outline, Deque<Integer> wanted) {
        if (outline.array().length == 0 || outline.i16(0) >= 0) {
            return;
        }
        int at = 10;
        int flags;
        do {
            flags = outline.u16(at);
            wanted.add(outline.u16(at + 2));
            at += (flags & WORDS) != 0 ? 8 : 6;
            if ((flags & SCALE) != 0) {
                at += 2;
            } else if ((flags & TWO_SCALES) != 0) {
                at += 4;
            } else if ((flags & MATRIX) != 0) {
                at += 8;
            }
        } while ((flags & MORE) != 0);
    }

    /** Full Unicode, one group for each character. */
    private static byte[] cmap(SortedMap<Integer, Integer> characters) {
        Bytes cmap = new Bytes(new byte[12 + 16 + 12 * characters.size()]);
        cmap.put16(2, 1);
        cmap.put16(4, 3); // Windows
        cmap.put16(6, 10); // full Unicode
        cmap.put32(8, 12);
        cmap.put16(12, 12); // the format
        cmap.put32(16, 16 + 12 * characters.size());
        cmap.put32(24, characters.size());
        int at = 28;
        for (Map.Entry<Integer, Integer> character : characters.entrySet()) {
            cmap.put32(at, character.getKey());
            cmap.put32(at + 4, character.getKey());
            cmap.put32(at + 8, character.getValue());
            at += 12;
        }
        return cmap.array();
    }

    private static byte[] glyf(SortedMap<Integer, byte[]> outlines) {
        ByteArrayOutputStream glyf = new ByteArrayOutputStream();
        outlines.values().forEach(glyf::writeBytes);
        return glyf.toByteArray();
    }

    private static byte[] loca(SortedMap<Integer, byte[]> outlines, int glyphs) {
        Bytes places = new Bytes(new byte[4 * (glyphs + 1)]);
        int offset = 0;
        for (int glyph = 0; glyph <= glyphs; glyph++) {
            places.put32(glyph * 4, offset);
            byte[] outline = outlines.get(glyph);
            offset += outline == null ? 0 : outline.length;
        }
        return places.array();
    }

    /** Checksums stay 0: the font is read by PDFBox only, which writes its own. */
    private static byte[] file(SortedMap<String, byte[]> tables) {
        Bytes directory = new Bytes(new byte[12 + 16 * tables.size()]);
        directory.put32(0, 0x00010000);
        directory.put16(4, tables.size());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = 12;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            byte[] tag = table.getKey().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(tag, 0, directory.array(), at, 4);
            directory.put32(at + 8, directory.array().length + body.size());
            directory.put32(at + 12, table.getValue().length);
            body.writeBytes(table.getValue());
            body.writeBytes(new byte[-body.size() & 3]);
            at += 16;
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(directory.array());
        file.writeBytes(body.toByteArray());
        return file.toByteArray();
    }
}
