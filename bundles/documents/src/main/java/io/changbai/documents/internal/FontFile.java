package io.changbai.documents.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One font of the chain. Its character map and widths are in memory; outlines come from the file when a page needs them. */
final class FontFile {

    private static final int HEAD_UNITS = 18;
    private static final int HHEA_WIDTHS = 34;

    private final Path path;
    private final CharacterMap map;
    private final Bytes widths;
    private final int widthCount;
    private final double unitsPerEm;

    /** @throws IOException the file is not there or is not a TrueType font */
    FontFile(Path path) throws IOException {
        this.path = path;
        try (FontTables tables = new FontTables(path)) {
            this.map = new CharacterMap(tables.table("cmap"));
            this.widths = tables.table("hmtx");
            this.widthCount = tables.part("hhea", HHEA_WIDTHS, 2).u16(0);
            this.unitsPerEm = tables.part("head", HEAD_UNITS, 2).u16(0);
            if (widthCount < 1 || widthCount * 4 > widths.array().length || unitsPerEm < 1) {
                throw new IOException("the widths are damaged");
            }
        }
    }

    boolean has(int codePoint) {
        return map.glyph(codePoint) != CharacterMap.NONE;
    }

    /** How far one character moves the pen, in em. */
    double advance(int codePoint) {
        int glyph = Math.min(map.glyph(codePoint), widthCount - 1);
        return widths.u16(glyph * 4) / unitsPerEm;
    }

    /** A font for PDFBox that has these characters and no others. */
    TrueTypeFont with(Iterable<Integer> codePoints) {
        SortedMap<Integer, Integer> characters = new TreeMap<>();
        codePoints.forEach(codePoint -> characters.put(codePoint, map.glyph(codePoint)));
        try (FontTables tables = new FontTables(path)) {
            byte[] subset = new FontSubset(tables).of(characters);
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(subset));
            // Ligatures would make the drawn width differ from the measured one.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("font " + path + " cannot be read", e);
        }
    }
}
