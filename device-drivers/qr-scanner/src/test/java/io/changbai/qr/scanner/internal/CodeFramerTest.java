package io.changbai.qr.scanner.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeFramerTest {

    private static List<String> feed(CodeFramer framer, String text) {
        List<String> codes = new ArrayList<>();
        for (byte one : text.getBytes(StandardCharsets.ISO_8859_1)) {
            framer.take(one).ifPresent(code -> codes.add(new String(code, StandardCharsets.ISO_8859_1)));
        }
        return codes;
    }

    private static String silence(CodeFramer framer) {
        return framer.silence()
                .map(code -> new String(code, StandardCharsets.ISO_8859_1))
                .orElse("nothing");
    }

    @Test
    void cutsTwoCodesThatCameInOneRead() {
        assertThat(feed(new CodeFramer(Suffix.CR), "one\rtwo\rthr")).containsExactly("one", "two");
    }

    @Test
    void keepsLineEndsThatAreNotTheSuffix() {
        assertThat(feed(new CodeFramer(Suffix.CRLF), "a\rb\nc\r\n")).containsExactly("a\rb\nc");
        assertThat(feed(new CodeFramer(Suffix.CR), "a\nb\r")).containsExactly("a\nb");
    }

    @Test
    void takesSilenceForAnEndAndCutsTheModulesLineEndsThere() {
        CodeFramer framer = new CodeFramer(Suffix.NONE);
        assertThat(feed(framer, "code\r\n")).isEmpty();
        assertThat(framer.isInCode()).isTrue();
        assertThat(silence(framer)).isEqualTo("code");
        assertThat(silence(framer)).isEqualTo("nothing");
    }

    @Test
    void takesBlankLinesForNobodysCode() {
        CodeFramer framer = new CodeFramer(Suffix.CR);
        assertThat(feed(framer, "\r\r\r")).isEmpty();
        feed(framer, "\n");
        assertThat(silence(framer)).isEqualTo("nothing");
    }

    @Test
    void takesACodeOf4096BytesAndThrowsAwayALongerOneUpToTheSilence() {
        CodeFramer framer = new CodeFramer(Suffix.CR);
        assertThat(feed(framer, "x".repeat(4096) + "\r")).hasSize(1);
        assertThat(feed(framer, "x".repeat(10_240) + "\rrest\r")).isEmpty();
        assertThat(framer.isOversize()).isTrue();
        assertThat(silence(framer)).isEqualTo("nothing");
        framer.clear();
        assertThat(feed(framer, "next\r")).containsExactly("next");
    }

    @Test
    void decodesUtf8ThenGb18030ThenLatin() {
        assertThat(CodeText.decode("社保".getBytes(StandardCharsets.UTF_8))).isEqualTo("社保");
        assertThat(CodeText.decode("社保".getBytes(Charset.forName("GB18030")))).isEqualTo("社保");
        assertThat(CodeText.decode(new byte[] {(byte) 0xFF, 'a'})).isEqualTo("ÿa");
    }
}
