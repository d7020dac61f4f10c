package io.changbai.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Chromium without a window. */
final class Browser {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private Browser() {}

    /** The page as it stands a few seconds after opening, as markup. */
    static String page(URI address, String token, Path profile) throws Exception {
        return run(profile, "--dump-dom", address + "#" + token);
    }

    /** For people. */
    static void picture(URI address, String token, Path profile, String file) throws Exception {
        run(profile, "--window-size=1280,1400", "--screenshot=" + file, address + "#" + token);
    }

    private static String run(Path profile, String... more) throws Exception {
        assertThat(CHROMIUM)
                .as("Debian package chromium must be installed: apt-get install chromium")
                .isExecutable();
        Path said = Files.createTempFile("chromium", ".out");
        List<String> words =
                new ArrayList<>(List.of(CHROMIUM.toString(), "--headless", "--no-sandbox", "--disable-gpu"));
        words.addAll(List.of("--user-data-dir=" + profile, "--virtual-time-budget=6000"));
        words.addAll(List.of(more));
        Process process = new ProcessBuilder(words)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("chromium ends")
                    .isTrue();
            return Files.readString(said, StandardCharsets.UTF_8);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.deleteIfExists(said);
        }
    }
}
