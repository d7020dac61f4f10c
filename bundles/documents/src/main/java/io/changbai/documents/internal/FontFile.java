package io.changbai.documents.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/** One font of the chain: knows at once what it can draw, and is parsed only when something is drawn with it. */
final class FontFile {

    private final Path path;
    private final BitSet coverage;
    private TrueTypeFont parsed;
    private CmapLookup lookup;

    /** @throws IOException the file is not there or is not a TrueType font */
    FontFile(Path path) throws IOException {
        this.path = path;
        this.coverage = FontCoverage.read(path);
    }

    boolean has(int codePoint) {
        return coverage.get(codePoint);
    }

    /** The parsed font; the first call takes 0.2 to 2.3 s. */
    TrueTypeFont parsed() {
        if (parsed == null) {
            try {
                parsed = parse();
                lookup = parsed.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException("font " + path + " cannot be parsed", e);
            }
        }
        return parsed;
    }

    /** How far one character moves the pen, in em. */
    double advance(int codePoint) {
        try {
            TrueTypeFont font = parsed();
            return font.getAdvanceWidth(lookup.getGlyphId(codePoint)) / (double) font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("font " + path + " cannot be read", e);
        }
    }

    /** Gives the memory of the parsed font back. */
    void release() {
        parsed = null;
        lookup = null;
    }

    private TrueTypeFont parse() throws IOException {
        TrueTypeFont font = isCollection() ? firstOf(path) : alone(path);
        // Ligatures would make the drawn width differ from the measured one.
        font.setEnableGsub(false);
        return font;
    }

    private boolean isCollection() {
        return path.toString().endsWith(".ttc");
    }

    private static TrueTypeFont alone(Path path) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBufferedFile(path.toFile()));
    }

    @SuppressWarnings("resource") // the font reads from the collection as long as it lives
    private static TrueTypeFont firstOf(Path path) throws IOException {
        TrueTypeFont[] first = new TrueTypeFont[1];
        new TrueTypeCollection(path.toFile()).processAllFonts(font -> first[0] = first[0] == null ? font : first[0]);
        if (first[0] == null) {
            throw new IOException("empty collection: " + path);
        }
        return first[0];
    }
}
