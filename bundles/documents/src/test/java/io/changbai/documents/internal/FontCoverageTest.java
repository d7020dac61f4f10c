package io.changbai.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FontCoverageTest {

    static Iterable<Path> fonts() {
        return Samples.FONTS;
    }

    @ParameterizedTest
    @MethodSource("fonts")
    void saysTheSameAsTheParserThatDrawsWithTheFont(Path file) throws IOException {
        BitSet coverage = FontCoverage.read(file);
        CmapLookup lookup = new FontFile(file).parsed().getUnicodeCmapLookup();
        BitSet drawn = new BitSet();
        for (int codePoint = 1; codePoint < 0x32000; codePoint++) {
            drawn.set(codePoint, lookup.getGlyphId(codePoint) != 0);
        }
        coverage.clear(0);
        coverage.clear(0x32000, coverage.size());
        assertThat(coverage).isEqualTo(drawn);
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
        assertThatThrownBy(() -> FontCoverage.read(file)).isInstanceOf(IOException.class);
    }
}
