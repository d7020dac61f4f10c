package io.changbai.qr.scanner.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CodeTextTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private static byte[] bytes(String prefix, String text, Charset charset) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(prefix.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(text.getBytes(charset));
        return all.toByteArray();
    }

    @Test
    void decodesUtf8ThenGb18030ThenLatin() {
        assertThat(CodeText.of(bytes("", "社保", StandardCharsets.UTF_8), false).text())
                .isEqualTo("社保");
        assertThat(CodeText.of(bytes("", "社保", GB18030), false).text()).isEqualTo("社保");
        assertThat(CodeText.of(new byte[] {(byte) 0xFF, 'a'}, false).text()).isEqualTo("ÿa");
        assertThat(CodeText.of(new byte[0], true).text()).isEmpty();
    }

    @Test
    void believesTheCodeThatSaysItsCharset() {
        // These GB18030 bytes are valid UTF-8 too: only the ECI number tells.
        byte[] both = "Â£".getBytes(StandardCharsets.ISO_8859_1); // C2 A3
        ByteArrayOutputStream eci = new ByteArrayOutputStream();
        eci.writeBytes("]Q2\\000029".getBytes(StandardCharsets.US_ASCII));
        eci.writeBytes(both);
        assertThat(CodeText.of(eci.toByteArray(), false)).isEqualTo(new CodeText(new String(both, GB18030), "]Q2"));
        assertThat(CodeText.of(bytes("\\000026", "社保", StandardCharsets.UTF_8), false))
                .isEqualTo(new CodeText("社保", ""));
        assertThat(CodeText.of(bytes("]Q1\\000032", "社保", GB18030), false)).isEqualTo(new CodeText("社保", "]Q1"));
    }

    @Test
    void undoublesTheBackslashesOfACodeWithAnEciNumberOnly() {
        assertThat(CodeText.of("\\000026a\\\\b".getBytes(StandardCharsets.US_ASCII), false)
                        .text())
                .isEqualTo("a\\b");
        assertThat(CodeText.of("a\\\\b".getBytes(StandardCharsets.US_ASCII), false)
                        .text())
                .isEqualTo("a\\\\b");
    }

    @Test
    void fallsBackWhenTheCodeLiesAboutItsCharset() {
        assertThat(CodeText.of(bytes("\\000026", "社保", GB18030), false).text()).isEqualTo("社保");
    }

    @Test
    void leavesAnUnknownEciNumberInTheText() {
        assertThat(CodeText.of("\\000899x".getBytes(StandardCharsets.US_ASCII), false)
                        .text())
                .isEqualTo("\\000899x");
    }

    @Test
    void takesAnAimIdentifierOffOnlyWhereTheModuleIsSetToSendOne() {
        byte[] code = "]Q1https://example.invalid".getBytes(StandardCharsets.US_ASCII);
        assertThat(CodeText.of(code, true)).isEqualTo(new CodeText("https://example.invalid", "]Q1"));
        assertThat(CodeText.of(code, false)).isEqualTo(new CodeText("]Q1https://example.invalid", ""));
    }

    @Test
    void saysNothingOfTheCode() {
        assertThat(CodeText.of("secret".getBytes(StandardCharsets.US_ASCII), false)
                        .toString())
                .doesNotContain("secret");
    }
}
