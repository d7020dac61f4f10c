package io.changbai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.acceptance.stack.Child;
import io.changbai.acceptance.stack.Installation;
import io.changbai.kiosk.app.ImageRun;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The production image as built: it starts, every component of it is there, and it refuses a wrong configuration. */
class KioskImageIT {

    private static final Path IMAGE = Installation.here().image("kiosk");

    @TempDir
    Path data;

    @Test
    void everyComponentIsActive() throws Exception {
        ImageRun image = ImageRun.start(data, bundles(), lobbyTerminal());
        try {
            Components components = new Components(image.context());
            assertThat(components.awaitSettled(Duration.ofSeconds(20))).isEmpty();
            assertThat(components.names()).hasSizeGreaterThan(15);
        } finally {
            image.stop();
        }
    }

    @Test
    void holdsNoEmulator() throws IOException {
        assertThat(bundles()).noneMatch(file -> file.toString().contains("emulator"));
    }

    @Test
    void leavesNoThreadOfOursBehindWhenItStops() throws Exception {
        ImageRun image = ImageRun.start(data, bundles(), lobbyTerminal());
        new Components(image.context()).awaitSettled(Duration.ofSeconds(20));
        image.stop();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("device-")
                        || List.of("journey", "platform-link", "telemetry", "journal", "terminal-enrolment")
                                .contains(name));
    }

    @Test
    void refusesAWrongConfigurationNamingFileKeyAndWhatIsAllowed() throws Exception {
        Path site = Files.writeString(
                data.resolve("site.properties"), "changbai.http.port = eighty\nchangbai.id-card-reader.colour = red\n");
        try (Child launcher = launch("--data", data.toString(), "--site", site.toString())) {
            assertThat(status(launcher)).isEqualTo(78);
            assertThat(launcher.line("configuration: " + site + ": changbai.http.port:"))
                    .contains("the value is 'eighty'; allowed is a whole number from 0 to 65535");
            assertThat(launcher.line("configuration: " + site + ": changbai.id-card-reader.colour:"))
                    .get()
                    .asString()
                    .contains("its keys are", "channel");
        }
    }

    @Test
    void saysSoWhenItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                Child launcher = launch("--data", data.toString(), "--site", site(taken.getLocalPort()))) {
            assertThat(status(launcher)).isEqualTo(70);
            assertThat(launcher.line("launcher: ")).get().asString().contains("is in use by another program");
        }
    }

    private String site(int port) throws IOException {
        return Files.writeString(data.resolve("site.properties"), "changbai.http.port = " + port + "\n")
                .toString();
    }

    private Child launch(String... arguments) throws IOException {
        return Child.start(
                "launcher", data, Map.of(), Installation.here().launcher("kiosk", List.of(), List.of(arguments)));
    }

    private static int status(Child child) throws InterruptedException {
        assertThat(child.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        return child.process().exitValue();
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(IMAGE.resolve("bundles"))) {
            return files.sorted().toList();
        }
    }

    /** Every device a terminal can have; none of them answers. */
    private static Map<String, Map<String, Object>> lobbyTerminal() {
        return Map.ofEntries(
                Map.entry("changbai.id-card-reader", Map.of("channel", "tcp://127.0.0.1:9")),
                Map.entry("changbai.social-card-reader", Map.of("reader", "Virtual PCD 00 00")),
                Map.entry("changbai.qr-scanner", Map.of("channel", "tcp://127.0.0.1:9")),
                Map.entry("changbai.qr-camera", Map.of("channel", "http://127.0.0.1:9/")),
                Map.entry("changbai.face-camera", Map.of("channel", "http://127.0.0.1:9/")),
                Map.entry("changbai.document-camera", Map.of("channel", "http://127.0.0.1:9/")),
                Map.entry("changbai.pin-pad", Map.of("channel", "tcp://127.0.0.1:9")),
                Map.entry("changbai.receipt-printer", Map.of("channel", "tcp://127.0.0.1:9")),
                Map.entry("changbai.document-printer", Map.of("printer.uri", "ipp://127.0.0.1:9/ipp/print")),
                Map.entry("changbai.cabinet", Map.of("channel", "tcp://127.0.0.1:9", "door", "!0")),
                Map.entry("changbai.power-supply", Map.of("channel", "tcp://127.0.0.1:9")),
                Map.entry("changbai.speech", Map.of("voice", "speech-dispatcher", "channel", "tcp://127.0.0.1:9")));
    }
}
