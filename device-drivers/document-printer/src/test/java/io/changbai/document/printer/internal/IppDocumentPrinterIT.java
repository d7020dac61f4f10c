package io.changbai.document.printer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.Supply;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.api.print.PrintResult.Reason;
import io.changbai.device.api.print.VisitToken;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against ippeveprinter, the reference printer of IPP Everywhere: not written by us, so it shares no mistake with us. */
class IppDocumentPrinterIT {

    private static final Path RECIPE =
            Path.of("../../provisioning/acceptance/src/main/resources/recipes/ippeveprinter.sh");
    private static final PrinterTimes TIMES = new PrinterTimes(
            Duration.ofMillis(200),
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(2));

    @TempDir
    Path folder;

    private Process reference;
    private IppDocumentPrinter printer;

    @BeforeEach
    void start() throws Exception {
        requireReferencePrinter();
        int port = freePort();
        reference = new ProcessBuilder("sh", RECIPE.toString(), Integer.toString(port), spool().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        printer = new IppDocumentPrinter(
                URI.create("ipp://localhost:" + port + "/ipp/print"), PrinterTrust.PUBLIC, TIMES, Clock.systemUTC());
        DeviceContract.awaitStatus(printer, DeviceStatus::canServe);
    }

    @AfterEach
    void stop() throws Exception {
        if (printer != null) {
            printer.close();
        }
        if (reference != null) {
            List<ProcessHandle> started = reference.descendants().toList();
            reference.destroy();
            assertThat(reference.waitFor(10, TimeUnit.SECONDS)).isTrue();
            for (ProcessHandle process : started) {
                process.onExit().get(5, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void printsAPdfThatArrivesAsItWasSent() throws Exception {
        byte[] pdf = PlainPdf.of(2);
        PrintJob job = new PrintJob(VisitToken.begin("v1"), "job-17");
        assertThat(DeviceContract.end(printer.print(job, pdf, 2))).isEqualTo(new Printed(2));
        try (Stream<Path> files = Files.list(spool())) {
            assertThat(files.filter(file -> file.toString().endsWith(".pdf")))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasBinaryContent(pdf));
        }
    }

    @Test
    void readsItsStateAndSupplies() {
        assertThat(printer.status().faults()).isEmpty();
        assertThat(printer.status().supplies()).extracting(Supply::name).contains("a4-paper");
    }

    @Test
    void noticesThatItWentAwayAndCameBackNothingPrintedInBetween() throws Exception {
        reference.destroy();
        assertThat(reference.waitFor(10, TimeUnit.SECONDS)).isTrue();
        PrintJob job = new PrintJob(VisitToken.begin("v1"), "job");
        assertThat(DeviceContract.end(printer.print(job, PlainPdf.of(1), 1)))
                .isEqualTo(new NotPrinted(Reason.NO_DEVICE));
        assertThat(printer.status().canServe()).isFalse();
    }

    private Path spool() {
        return folder.resolve("spool");
    }

    private static void requireReferencePrinter() {
        boolean there = Stream.of("/usr/sbin/ippeveprinter", "/usr/bin/ippeveprinter")
                .anyMatch(file -> Files.isExecutable(Path.of(file)));
        if (!there) {
            fail("ippeveprinter is missing: apt-get install cups-ipp-utils dbus-daemon");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
