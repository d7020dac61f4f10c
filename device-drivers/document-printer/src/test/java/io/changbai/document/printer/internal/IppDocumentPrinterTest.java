package io.changbai.document.printer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.Capability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.Supply;
import io.changbai.device.api.print.DocumentPrinter;
import io.changbai.device.api.print.DocumentPrinterContract;
import io.changbai.device.api.print.PageSetup;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.api.print.PrintResult.Reason;
import io.changbai.device.api.print.PrintResult.Unknown;
import io.changbai.device.api.print.VisitToken;
import io.changbai.device.emulators.IppPrinterEmulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IppDocumentPrinterTest implements DocumentPrinterContract {

    private static final PrinterTimes TIMES = new PrinterTimes(
            Duration.ofMillis(100),
            Duration.ofMillis(20),
            Duration.ofSeconds(2),
            Duration.ofMillis(1500),
            Duration.ofMillis(50));

    @TempDir
    Path paper;

    private IppPrinterEmulator emulator;
    private IppDocumentPrinter printer;

    @BeforeEach
    void start() throws Exception {
        emulator = new IppPrinterEmulator(0, paper).start();
        printer = open();
        DeviceContract.awaitStatus(printer, DeviceStatus::canServe);
    }

    @AfterEach
    void stop() {
        printer.close();
        emulator.close();
    }

    @Override
    public DocumentPrinter device() {
        return printer;
    }

    @Override
    public void unplug() {
        emulator.unplug();
    }

    @Override
    public void plug() {
        emulator.plug();
    }

    @Override
    public byte[] document(int pages) {
        return PlainPdf.of(pages);
    }

    @Override
    public void loadPaper(boolean there) {
        if (there) {
            emulator.mend();
        } else {
            emulator.stop("media-empty");
        }
    }

    @Override
    public int documents() {
        return emulator.printed().size();
    }

    @Test
    void paperThatEndsDuringAJobLeavesTheConfirmedPagesKnownAndTheRestIsNeverPrinted() throws Exception {
        emulator.stopAfterPages(1, "media-empty");
        assertThat(print(3)).isEqualTo(new Unknown(Reason.PAPER_OUT, 1));
        assertThat(emulator.unfinishedJobs()).isZero();
        emulator.mend();
        DeviceContract.awaitStatus(printer, DeviceStatus::canServe);
        assertThat(print(1)).isEqualTo(new Printed(1));
        assertThat(documents()).isEqualTo(1);
    }

    @Test
    void aStuckJobIsTakenBackAndNotPrintedWhenNoPageWasCounted() throws Exception {
        emulator.stuck(true);
        assertThat(print(1)).isEqualTo(new NotPrinted(Reason.NO_ANSWER));
        assertThat(emulator.unfinishedJobs()).isZero();
    }

    @Test
    void aStuckJobIsUnknownWhenThePrinterDoesNotCountPages() throws Exception {
        emulator.hideImpressions(true);
        emulator.stuck(true);
        assertThat(print(1)).isEqualTo(new Unknown(Reason.NO_ANSWER, 0));
        assertThat(emulator.unfinishedJobs()).isZero();
    }

    @Test
    void anAbortedJobWithoutAPageIsNotPrinted() throws Exception {
        emulator.abortNext(1);
        assertThat(print(2)).isEqualTo(new NotPrinted(Reason.DEVICE_ERROR));
    }

    @Test
    void aRefusedJobIsNotPrinted() throws Exception {
        emulator.refuseJobs(true);
        assertThat(print(1)).isEqualTo(new NotPrinted(Reason.REFUSED));
        DeviceStatus status = DeviceContract.awaitStatus(printer, s -> !s.canServe());
        assertThat(status.faults()).extracting(DeviceFault::code).containsExactly("DPR-NOT-ACCEPTING");
    }

    @Test
    void aVisitThatEndsDuringAJobTakesItBack() throws Exception {
        emulator.stuck(true);
        VisitToken visit = VisitToken.begin("v1");
        DeviceCommand<PrintResult> command = printer.print(new PrintJob(visit, "job"), document(1), 1);
        await(() -> emulator.unfinishedJobs() == 1);
        visit.end();
        assertThat(DeviceContract.end(command)).isEqualTo(new NotPrinted(Reason.VISIT_ENDED));
        assertThat(emulator.unfinishedJobs()).isZero();
        emulator.stuck(false);
        assertThat(documents()).isZero();
    }

    @Test
    void aCancelledJobIsTakenBack() throws Exception {
        emulator.stuck(true);
        DeviceCommand<PrintResult> command = printer.print(new PrintJob(VisitToken.begin("v1"), "job"), document(1), 1);
        await(() -> emulator.unfinishedJobs() == 1);
        command.cancel();
        assertThat(DeviceContract.end(command)).isEqualTo(new NotPrinted(Reason.CANCELLED));
        assertThat(emulator.unfinishedJobs()).isZero();
    }

    @Test
    void aJobUnderWayWhenTheDriverEndsIsTakenBack() throws Exception {
        emulator.stuck(true);
        DeviceCommand<PrintResult> command = printer.print(new PrintJob(VisitToken.begin("v1"), "job"), document(1), 1);
        await(() -> emulator.unfinishedJobs() == 1);
        printer.close();
        PrintResult result = DeviceContract.end(command);
        // Unknown when the printer's word that it took the document was still on its way.
        assertThat(result.match(printed -> null, NotPrinted::reason, Unknown::reason))
                .isEqualTo(Reason.CANCELLED);
        assertThat(emulator.unfinishedJobs()).isZero();
    }

    @Test
    void aCablePulledDuringAJobLeavesItUnknownAndTheJobIsTakenBackLater() throws Exception {
        emulator.stuck(true);
        DeviceCommand<PrintResult> command = printer.print(new PrintJob(VisitToken.begin("v1"), "job"), document(1), 1);
        await(() -> emulator.unfinishedJobs() == 1);
        emulator.unplug();
        assertThat(DeviceContract.end(command)).isEqualTo(new Unknown(Reason.NO_DEVICE, 0));
        emulator.plug();
        DeviceContract.awaitStatus(printer, status -> status.availability() == Availability.ONLINE);
        await(() -> emulator.unfinishedJobs() == 0);
        emulator.stuck(false);
        assertThat(documents()).isZero();
    }

    @Test
    void whatAKilledProcessLeftAtThePrinterIsTakenBackAtTheNextStart() throws Exception {
        emulator.stuck(true);
        new IppPrinter(URI.create(emulator.uri()), Duration.ofSeconds(2), PrinterTrust.PUBLIC)
                .print("left behind", document(1), PageSetup.PLAIN);
        assertThat(emulator.unfinishedJobs()).isEqualTo(1);
        IppDocumentPrinter next = open();
        await(() -> emulator.unfinishedJobs() == 0);
        next.close();
    }

    @Test
    void copiesAreCountedTogetherAndMoreThanThePrinterMakesAreRefused() throws Exception {
        assertThat(print(2, new PageSetup(3, true))).isEqualTo(new Printed(6));
        assertThat(emulator.printed())
                .singleElement()
                .satisfies(paper -> assertThat(paper.sheets()).isEqualTo(6));
        assertThat(printer.capabilities()).contains(Capability.PRINTS_BOTH_SIDES, Capability.COUNTS_PAGES);
    }

    @Test
    void thePrintersOwnCounterShowsWhatAJobWithoutCountLeft() throws Exception {
        emulator.hideImpressions(true);
        emulator.stopAfterPages(2, "media-empty");
        assertThat(print(3)).isEqualTo(new Unknown(Reason.PAPER_OUT, 2));
    }

    @Test
    void saysWhatItIs() {
        await(() -> !printer.information().model().isEmpty());
        assertThat(printer.information().model()).isEqualTo("Changbai Emulated A4");
    }

    @Test
    void theTraysLevelIsASupply() throws Exception {
        emulator.warn("media-low");
        DeviceStatus status = DeviceContract.awaitStatus(
                printer, s -> s.supplies().contains(new Supply("a4-paper", Supply.Level.LOW, OptionalInt.of(8))));
        assertThat(status.canServe()).isTrue();
    }

    @Test
    void warningsAndSuppliesReachTheStatus() throws Exception {
        emulator.warn("toner-low");
        DeviceStatus status = DeviceContract.awaitStatus(
                printer, s -> s.faults().stream().anyMatch(f -> f.code().equals("DPR-TONER-LOW")));
        assertThat(status.canServe()).isTrue();
        assertThat(status.supplies()).anyMatch(supply -> supply.name().equals("toner-black"));
    }

    private IppDocumentPrinter open() {
        return new IppDocumentPrinter(URI.create(emulator.uri()), PrinterTrust.PUBLIC, TIMES, Clock.systemUTC());
    }

    private PrintResult print(int pages) throws Exception {
        return DeviceContract.end(printer.print(new PrintJob(VisitToken.begin("v"), "job"), document(pages), pages));
    }

    private PrintResult print(int pages, PageSetup setup) throws Exception {
        PrintJob job = new PrintJob(VisitToken.begin("v"), "job");
        return DeviceContract.end(printer.print(job, document(pages), pages, setup));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
