package io.changbai.sandbox.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SandboxOptionsTest {

    private static final String GOOD =
            "serve --data d --http-port 18060 --broker ssl://h:18083 --keys k --seed -7 --residents-file r.json";

    @Test
    void saysWhatIsWrongWithACommandLine() {
        assertRefused("", "the only command is serve");
        assertRefused("dance", "the only command is serve");
        assertRefused("serve --colour red", "unknown option --colour");
        assertRefused("serve --data", "option --data needs a value");
        assertRefused(GOOD.replace("--seed -7", ""), "option --seed is missing");
        assertRefused(GOOD.replace("18060", "70000"), "option --http-port needs a number");
        assertRefused(GOOD.replace("ssl:", "tcp:"), "option --broker needs ssl://HOST:PORT");
        assertRefused(GOOD + " --public-url ftp://x", "option --public-url needs http://… or https://…");
    }

    @Test
    void readsAGoodCommandLine() {
        SandboxOptions options = parse(GOOD + " --public-url https://v.example/");
        assertThat(options)
                .isEqualTo(new SandboxOptions(
                        Path.of("d"),
                        18060,
                        URI.create("ssl://h:18083"),
                        Path.of("k"),
                        -7,
                        Path.of("r.json"),
                        "https://v.example"));
    }

    @Test
    void theProgramExitsWith2ForAnUnknownOption() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SandboxMain.class.getName()));
        command.addAll(List.of("serve", "--colour", "red"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(said).contains("unknown option --colour").contains("usage: serve");
    }

    private static SandboxOptions parse(String line) {
        return SandboxOptions.parse(line.isEmpty() ? new String[0] : line.split(" +"));
    }

    private static void assertRefused(String line, String sentence) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
