package io.changbai.acceptance.bench.qr;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of another project that reads codes, run once per picture on the same grey pixels. */
record OutsideReader(String name, List<String> command) {

    static final List<OutsideReader> ALL = List.of(
            new OutsideReader("zxing_cpp", List.of("ZXingReader", "-format", "QRCode", "-bytes")),
            new OutsideReader("zbar", List.of("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable")));

    /** These programs give bytes; a text that is right in any of the usual character sets counts for them. */
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            Charset.forName("Shift_JIS"),
            Charset.forName("GB18030"));

    /** Whether the program is on this machine. */
    boolean isThere() {
        try {
            Process process = new ProcessBuilder("which", command.get(0)).start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Verdict read(Path png, TestPicture picture) throws IOException {
        byte[] out = run(png);
        if (new String(out, StandardCharsets.UTF_8).isBlank()) {
            return Verdict.NOTHING;
        }
        boolean right = CHARSETS.stream()
                .map(charset -> new String(out, charset))
                .anyMatch(text -> Verdict.of(text, picture) == Verdict.RIGHT
                        || Verdict.of(text.replaceFirst("\n\\z", ""), picture) == Verdict.RIGHT);
        return right ? Verdict.RIGHT : picture.hasCode() ? Verdict.WRONG : Verdict.FALSE;
    }

    private byte[] run(Path png) throws IOException {
        List<String> words = new ArrayList<>(command);
        words.add(png.toString());
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            byte[] out = process.getInputStream().readAllBytes();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return out;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
