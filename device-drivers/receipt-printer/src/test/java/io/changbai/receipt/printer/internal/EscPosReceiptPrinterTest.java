package io.changbai.receipt.printer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.Supply;
import io.changbai.device.api.Supply.Level;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.api.print.PrintResult.Reason;
import io.changbai.device.api.print.PrintResult.Unknown;
import io.changbai.device.api.print.ReceiptPart;
import io.changbai.device.api.print.ReceiptPart.Align;
import io.changbai.device.api.print.ReceiptPart.Gap;
import io.changbai.device.api.print.ReceiptPart.Line;
import io.changbai.device.api.print.ReceiptPart.Qr;
import io.changbai.device.api.print.ReceiptPart.Rule;
import io.changbai.device.api.print.ReceiptPart.Size;
import io.changbai.device.api.print.ReceiptPrinter;
import io.changbai.device.api.print.ReceiptPrinterContract;
import io.changbai.device.api.print.VisitToken;
import io.changbai.device.emulators.PrintedReceipt;
import io.changbai.device.emulators.ReceiptPrinterEmulator;
import io.changbai.device.emulators.ReceiptPrinterEmulator.Paper;
import io.changbai.device.link.internal.UriChannels;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EscPosReceiptPrinterTest implements ReceiptPrinterContract {

    private static final Path SLIPS = Path.of("target", "slips");

    private final ReceiptPrinterEmulator emulator = new ReceiptPrinterEmulator(0, SLIPS);
    private EscPosReceiptPrinter printer;

    @BeforeEach
    void start() throws Exception {
        emulator.start();
        printer = open(Profiles.plain());
        DeviceContract.awaitStatus(printer, DeviceStatus::canServe);
    }

    @AfterEach
    void stop() {
        printer.close();
        emulator.close();
    }

    @Override
    public ReceiptPrinter device() {
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
    public void loadPaper(boolean there) {
        emulator.paper(there ? Paper.OK : Paper.OUT);
    }

    @Override
    public void openCover(boolean open) {
        emulator.cover(open);
    }

    @Override
    public List<String> slips() {
        return emulator.printed().stream().map(PrintedReceipt::words).toList();
    }

    @Test
    void rareCharactersRulesAndCodesReachThePaper() throws Exception {
        PrintResult result = print(List.of(
                new Line("社会保险办理回执", Align.CENTRE, Size.DOUBLE, true),
                new Gap(1),
                new Rule(),
                ReceiptPart.line("姓名" + " ".repeat(38) + "王小民"),
                ReceiptPart.line("姓名" + " ".repeat(34) + "𠮷䶮㐂·欧"),
                ReceiptPart.line("缺字" + " ".repeat(40) + "\uE000王"),
                ReceiptPart.line("证明编号" + " ".repeat(24) + "CB89-2026-004217"),
                new Rule(),
                new Qr("https://verify.example.test/c/CB89-2026-00004217"),
                new Line("请妥善保管", Align.CENTRE, Size.NORMAL, false)));
        assertThat(result).isEqualTo(new Printed(1));
        assertThat(slips())
                .singleElement()
                .asString()
                .contains("社会保险办理回执", "王小民", "[image ", "[QR https://verify")
                .doesNotContain("□", "unknown", "dropped", "control");
    }

    @Test
    void paperThatEndsDuringAJobLeavesItUnknownAndTheRestIsNeverPrinted() throws Exception {
        emulator.paperOutAfterLines(3);
        assertThat(print(lines(30))).isEqualTo(new Unknown(Reason.PAPER_OUT, 0));
        awaitFault("RCP-PAPER-OUT", Availability.OFFLINE);
        loadPaper(true);
        DeviceContract.awaitStatus(printer, DeviceStatus::canServe);
        assertThat(print(List.of(ReceiptPart.line("the next resident's")))).isEqualTo(new Printed(1));
        assertThat(slips()).last().asString().contains("the next resident's").doesNotContain("line");
        assertThat(slips()).noneMatch(slip -> slip.contains("line 29"));
    }

    @Test
    void aCutterThatJamsAtTheCutLeavesTheJobUnknown() throws Exception {
        emulator.jamCutterAtNextCut();
        assertThat(print(lines(3))).isEqualTo(new Unknown(Reason.CUTTER, 0));
        DeviceStatus status = awaitFault("RCP-CUTTER", Availability.HARDWARE_ERROR);
        assertThat(status.faults()).extracting(DeviceFault::mender).contains(DeviceFault.Mender.ATTENDANT);
    }

    @Test
    void aLostProcessIdLeavesTheJobUnknown() throws Exception {
        emulator.loseProcessIds(1);
        assertThat(print(lines(3))).isEqualTo(new Unknown(Reason.NO_ANSWER, 0));
        DeviceContract.awaitStatus(printer, DeviceStatus::canServe);
        assertThat(slips().get(0)).contains("line 2");
    }

    @Test
    void aPrinterThatStaysMuteIsNotSentAJob() throws Exception {
        emulator.mute(true);
        String end = print(lines(3)).match(p -> "printed", n -> "not printed", u -> "unknown");
        assertThat(end).isEqualTo("not printed");
        DeviceContract.awaitStatus(printer, status -> status.availability() == Availability.NO_DEVICE);
        emulator.mute(false);
        DeviceContract.awaitStatus(printer, DeviceStatus::canServe);
        assertThat(slips()).isEmpty();
    }

    @Test
    void aCablePulledDuringAJobLeavesItUnknownAndTheRestIsNeverPrinted() throws Exception {
        emulator.speed(1_000);
        VisitToken visit = VisitToken.begin("v1");
        var command = printer.print(new PrintJob(visit, "job"), lines(60));
        awaitBytesAtThePrinter();
        emulator.unplug();
        assertThat(DeviceContract.end(command)).isEqualTo(new Unknown(Reason.NO_DEVICE, 0));
        emulator.plug();
        DeviceContract.awaitStatus(printer, status -> status.availability() == Availability.ONLINE);
        emulator.speed(0);
        assertThat(print(List.of(ReceiptPart.line("the next resident's")))).isEqualTo(new Printed(1));
        assertThat(slips()).last().asString().contains("the next").doesNotContain("line");
        assertThat(slips()).noneMatch(slip -> slip.contains("line 59"));
    }

    @Test
    void aVisitThatEndsDuringAJobStopsItAtOnce() throws Exception {
        emulator.speed(200);
        VisitToken visit = VisitToken.begin("v1");
        var command = printer.print(new PrintJob(visit, "job"), lines(60));
        awaitBytesAtThePrinter();
        visit.end();
        PrintResult result = DeviceContract.end(command);
        assertThat(result.match(p -> null, NotPrinted::reason, Unknown::reason)).isEqualTo(Reason.VISIT_ENDED);
        emulator.speed(0);
        assertThat(print(List.of(ReceiptPart.line("the next resident's")))).isEqualTo(new Printed(1));
        assertThat(slips()).last().asString().contains("the next").doesNotContain("line");
    }

    @Test
    void aCancelledJobIsClearedFromThePrinter() throws Exception {
        emulator.speed(200);
        var command = printer.print(new PrintJob(VisitToken.begin("v1"), "job"), lines(60));
        awaitBytesAtThePrinter();
        command.cancel();
        PrintResult result = DeviceContract.end(command);
        assertThat(result.match(p -> null, NotPrinted::reason, Unknown::reason)).isEqualTo(Reason.CANCELLED);
        emulator.speed(0);
        DeviceContract.awaitStatus(printer, DeviceStatus::canServe);
    }

    @Test
    void aHotHeadIsWaitedFor() throws Exception {
        emulator.speed(2_000);
        var command = printer.print(new PrintJob(VisitToken.begin("v1"), "job"), lines(20));
        awaitBytesAtThePrinter();
        emulator.headHot(true);
        emulator.headHot(false);
        assertThat(DeviceContract.end(command)).isEqualTo(new Printed(1));
    }

    @Test
    void paperThatRunsLowIsAWarningAndPrinted() throws Exception {
        emulator.paper(Paper.LOW);
        DeviceStatus status = awaitFault("RCP-PAPER-LOW", Availability.ONLINE);
        assertThat(status.supplies()).containsExactly(Supply.of("receipt-paper", Level.LOW));
        assertThat(print(lines(1))).isEqualTo(new Printed(1));
    }

    @Test
    void garbageAndLateAnswersAreSurvived() throws Exception {
        emulator.garble(3);
        emulator.answerLate(Duration.ofMillis(100));
        DeviceContract.awaitStatus(printer, DeviceStatus::canServe);
        emulator.garble(0);
        assertThat(print(lines(2))).isEqualTo(new Printed(1));
    }

    @Test
    void withoutProcessIdsTheEndIsTakenFromTheStatus() throws Exception {
        printer.close();
        printer = open(Profiles.withoutProcessId(Profiles.WIDE));
        DeviceContract.awaitStatus(printer, DeviceStatus::canServe);
        assertThat(print(lines(2))).isEqualTo(new Printed(1));
    }

    @Test
    void aJobStandingBehindOthersPrintsInOrder() throws Exception {
        PrintJob job = new PrintJob(VisitToken.begin("v1"), "job");
        var first = printer.print(job, List.of(ReceiptPart.line("one")));
        var second = printer.print(job, List.of(ReceiptPart.line("two")));
        assertThat(DeviceContract.end(first)).isEqualTo(new Printed(1));
        assertThat(DeviceContract.end(second)).isEqualTo(new Printed(1));
        assertThat(slips()).hasSize(2);
        assertThat(slips().get(1)).contains("two");
    }

    private EscPosReceiptPrinter open(PrinterProfile profile) {
        return new EscPosReceiptPrinter(
                "tcp://127.0.0.1:" + emulator.port(), profile, new UriChannels(), Clock.systemUTC(), new SteadyClock());
    }

    private void awaitBytesAtThePrinter() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (emulator.bytesWaiting() < 100) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private DeviceStatus awaitFault(String code, Availability availability) throws Exception {
        return DeviceContract.awaitStatus(
                printer,
                status -> status.availability() == availability
                        && status.faults().stream()
                                .anyMatch(fault -> fault.code().equals(code)));
    }

    private PrintResult print(List<ReceiptPart> parts) throws Exception {
        return DeviceContract.end(printer.print(new PrintJob(VisitToken.begin("v"), "job"), parts));
    }

    private static List<ReceiptPart> lines(int count) {
        List<ReceiptPart> lines = new ArrayList<>(Collections.nCopies(count, ReceiptPart.line("")));
        for (int i = 0; i < count; i++) {
            lines.set(i, ReceiptPart.line("line " + i + " " + "社".repeat(15)));
        }
        return lines;
    }
}
