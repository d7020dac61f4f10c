package io.changbai.acceptance.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The production image in a process of its own, which can be killed and started again. */
public final class Terminal implements AutoCloseable {

    private final Installation installation;
    private final Ports ports;
    private final Path data;
    private final Path logs;
    private final Path temporary;
    private Child child;

    Terminal(Installation installation, Ports ports, Path data, Path logs, Path temporary) {
        this.installation = installation;
        this.ports = ports;
        this.data = data;
        this.logs = logs;
        this.temporary = temporary;
    }

    /**
     * What differs from site to site.
     *
     * @param authorityFingerprint the only trust for the first contact
     * @param enrolmentCode one-time code, or empty when the terminal has its papers
     * @param ippEvePrinter whether A4 goes to the real IPP printer instead of the bench's responder
     */
    public record Site(String authorityFingerprint, String enrolmentCode, boolean ippEvePrinter) {}

    /** Writes the site file, readable by its owner only: it may hold a code. */
    public void writeSite(Site site) throws IOException {
        Files.createDirectories(data);
        Path file = siteFile();
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        int a4 = site.ippEvePrinter() ? ports.ippEvePrinter() : ports.ippResponder();
        Files.writeString(
                file,
                """
                changbai.http.port = %d
                changbai.id-card-reader.channel = tcp://127.0.0.1:%d
                changbai.social-card-reader.reader = Virtual PCD 00 00
                changbai.social-card-reader.psam.reader = Virtual PCD 00 01
                changbai.social-card-reader.authenticator = psam
                changbai.qr-scanner.channel = tcp://127.0.0.1:%d
                changbai.face-camera.channel = http://127.0.0.1:%d/
                changbai.face-camera.engine.command = %s
                changbai.document-camera.channel = http://127.0.0.1:%d/
                changbai.receipt-printer.channel = tcp://127.0.0.1:%d
                changbai.document-printer.printer.uri = ipp://localhost:%d/ipp/print
                changbai.terminal-enrolment.url = https://localhost:%d
                changbai.terminal-enrolment.authority.sha256 = %s
                changbai.terminal-enrolment.code = %s
                """.formatted(
                                        ports.kiosk(),
                                        ports.idCardReader(),
                                        ports.scanner(),
                                        ports.camera(),
                                        String.join(", ", installation.faceEngine()),
                                        ports.documentCamera(),
                                        ports.receiptPrinter(),
                                        a4,
                                        ports.fleetEnrol(),
                                        site.authorityFingerprint(),
                                        site.enrolmentCode())
                        + cabinet(),
                StandardCharsets.UTF_8);
    }

    /** The lines of the bench's signal board, in the order of its contacts and lamps. */
    private String cabinet() {
        return """
                changbai.cabinet.channel = tcp://127.0.0.1:%d
                changbai.cabinet.door = !0
                changbai.cabinet.tamper = !1
                changbai.cabinet.presence = 2
                changbai.cabinet.switch.maintenance = 3
                changbai.cabinet.switch.supervisor = 4
                changbai.cabinet.headphones = 5
                changbai.cabinet.power.fail = !6
                changbai.cabinet.light.card.reader = 0
                changbai.cabinet.light.contactless = 1
                changbai.cabinet.light.scanner = 2
                changbai.cabinet.light.pin.pad = 3
                changbai.cabinet.light.receipt.printer = 4
                changbai.cabinet.light.document.printer = 5
                changbai.cabinet.status.good = 6
                changbai.cabinet.status.warning = 7
                changbai.cabinet.status.bad = 8
                changbai.cabinet.beeper = 9
                changbai.power-supply.channel = tcp://127.0.0.1:%d
                changbai.speech.voice = speech-dispatcher
                changbai.speech.channel = tcp://127.0.0.1:%d
                """.formatted(ports.cabinet(), ports.powerSupply(), ports.speech());
    }

    /** Starts the image and waits until it serves its screens. */
    public void start() throws IOException {
        Files.deleteIfExists(urlFile());
        List<String> jvm = List.of(
                "@" + installation.image("kiosk").resolve("conf/jvm.options"),
                "-Djava.io.tmpdir=" + temporary,
                "-Dchangbai.log=" + logs.resolve("terminal"));
        child = Child.start(
                "terminal",
                logs,
                Map.of(),
                installation.launcher(
                        "kiosk",
                        jvm,
                        List.of("--data", data.toString(), "--site", siteFile().toString())));
        child.await(
                Duration.ofSeconds(60),
                () -> Files.exists(urlFile()) && Middleware.listens(ports.kiosk())
                        ? Optional.of(true)
                        : Optional.empty());
    }

    /** The screens' URL with this start's token. */
    public String kioskUrl() throws IOException {
        return Files.readString(urlFile()).strip();
    }

    public Child child() {
        return child;
    }

    public Path data() {
        return data;
    }

    private Path urlFile() {
        return data.resolve("ui-gateway/kiosk-url");
    }

    private Path siteFile() {
        return data.resolve("site.properties");
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
    }
}
