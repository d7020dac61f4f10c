package io.changbai.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.PathIterator;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FontFileTest {

    static Iterable<Path> fonts() {
        return Samples.FONTS;
    }

    @ParameterizedTest
    @MethodSource("fonts")
    void saysTheSameOfCharactersAndWidthsAsAParserOfTheWholeFont(Path path) throws IOException {
        FontFile file = new FontFile(path);
        TrueTypeFont whole = whole(path);
        CmapLookup lookup = whole.getUnicodeCmapLookup();
        for (int codePoint = 1; codePoint < 0x32000; codePoint++) {
            int glyph = lookup.getGlyphId(codePoint);
            if (file.has(codePoint) != (glyph != 0)
                    || file.advance(codePoint) != whole.getAdvanceWidth(glyph) / (double) whole.getUnitsPerEm()) {
                throw new AssertionError("U+" + Integer.toHexString(codePoint));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fonts")
    void drawsEachCharacterAsTheWholeFontDoes(Path path) throws IOException {
        FontFile file = new FontFile(path);
        TrueTypeFont whole = whole(path);
        // é is made of two outlines in most fonts; the last two are of the planes above the first.
        List<Integer> wanted =
                "证明éÅ0龍㐂𠮷𪛖".codePoints().filter(file::has).boxed().toList();
        assertThat(wanted).isNotEmpty();
        TrueTypeFont subset = file.with(wanted);
        for (int codePoint : wanted) {
            int glyph = subset.getUnicodeCmapLookup().getGlyphId(codePoint);
            assertThat(glyph).isEqualTo(whole.getUnicodeCmapLookup().getGlyphId(codePoint));
            String expected = outline(whole, glyph);
            assertThat(outline(subset, glyph)).isEqualTo(expected).isNotEmpty();
        }
        assertThat(subset.getUnicodeCmapLookup().getGlyphId('Q')).isZero();
    }

    @Test
    void refusesGarbageTruncatedAndEmptyFiles(@TempDir Path folder) throws IOException {
        byte[] font = Files.readAllBytes(Samples.FONTS.get(0));
        refuses(Files.write(folder.resolve("empty.ttf"), new byte[0]));
        refuses(Files.write(
                folder.resolve("garbage.ttf"),
                "not a font, but long enough for a header".getBytes(StandardCharsets.UTF_8)));
        refuses(Files.write(folder.resolve("cut.ttf"), Arrays.copyOf(font, 2_000)));
    }

    private static void refuses(Path file) {
        assertThatThrownBy(() -> new FontFile(file)).isInstanceOf(IOException.class);
    }

    private static String outline(TrueTypeFont font, int glyph) throws IOException {
        StringBuilder outline = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator i = font.getGlyph().getGlyph(glyph).getPath().getPathIterator(null); !i.isDone(); i.next()) {
            outline.append(i.currentSegment(at)).append(Arrays.toString(at));
        }
        return outline.toString();
    }

    private static TrueTypeFont whole(Path path) throws IOException {
        File file = path.toFile();
        if (!path.toString().endsWith(".ttc")) {
            return new TTFParser().parse(new RandomAccessReadBufferedFile(file));
        }
        TrueTypeFont[] first = new TrueTypeFont[1];
        new TrueTypeCollection(file).processAllFonts(font -> first[0] = first[0] == null ? font : first[0]);
        return first[0];
    }
}
