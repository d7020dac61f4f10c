package io.changbai.receipt.printer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.api.print.PrintResult.Reason;
import io.changbai.device.api.print.PrintResult.Unknown;
import io.changbai.device.api.print.ReceiptPart;
import io.changbai.device.api.print.VisitToken;
import io.changbai.device.emulators.model.ReceiptPrinterModel;
import io.changbai.device.emulators.model.ReceiptPrinterModel.Flow;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Printers that take bytes when they can. */
class FlowTest {

    private static final ReceiptPrinterModel SMALL = ReceiptPrinterModel.WIDE.with(Flow.STOPS_READING, 4096);
    private static final ReceiptPart NEXT = ReceiptPart.line("the next resident's");

    private PrinterOnBench bench;

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aPrinterThatReadsNoMoreLeavesTheJobUnknownAndServesAgainWhenItReads() throws Exception {
        bench = new PrinterOnBench(SMALL, Profiles.of(Profiles.WIDE_AS_PICTURE, OutletRules.NONE, true, false));
        bench.awaitWell();
        bench.emulator.speed(2_000);
        var command = bench.printer.print(new PrintJob(VisitToken.begin("v"), "job"), PrinterOnBench.lines(60));
        PrinterOnBench.await(() -> bench.emulator.bytesWaiting() > 1_000);
        bench.emulator.stopReading(true);
        assertThat(DeviceContract.end(command)).isEqualTo(new Unknown(Reason.NO_ANSWER, 0));
        bench.emulator.speed(0);
        bench.emulator.stopReading(false);
        DeviceContract.awaitStatus(bench.printer, DeviceStatus::canServe);
        assertThat(bench.print(VisitToken.begin("next"), NEXT)).isEqualTo(new Printed(1));
        assertThat(bench.slips()).last().asString().contains("[image").doesNotContain("dropped");
    }

    @Test
    void aVisitThatEndsWhileThePrinterTakesNothingEndsTheJobAtOnce() throws Exception {
        bench = new PrinterOnBench(SMALL, Profiles.of(Profiles.WIDE_AS_PICTURE, OutletRules.NONE, true, false));
        bench.awaitWell();
        bench.emulator.speed(2_000);
        VisitToken visit = VisitToken.begin("v");
        var command = bench.printer.print(new PrintJob(visit, "job"), PrinterOnBench.lines(60));
        PrinterOnBench.await(() -> bench.emulator.bytesWaiting() > 1_000);
        bench.emulator.stopReading(true);
        visit.end();
        assertThat(DeviceContract.end(command)).isEqualTo(new Unknown(Reason.VISIT_ENDED, 0));
    }

    @Test
    void paperThatEndsWhileTheBufferIsFullIsHeardFromThePrinterItself() throws Exception {
        bench = new PrinterOnBench(SMALL, Profiles.of(Profiles.WIDE_AS_PICTURE, OutletRules.NONE, true, true));
        bench.awaitWell();
        bench.emulator.speed(2_000);
        bench.emulator.paperOutAfterLines(20);
        assertThat(bench.print(PrinterOnBench.lines(60))).isEqualTo(new Unknown(Reason.PAPER_OUT, 0));
    }

    @Test
    void xoffStopsUsBeforeAByteIsLost() throws Exception {
        bench = new PrinterOnBench(
                ReceiptPrinterModel.WIDE.with(Flow.XON_XOFF, 2_048), Profiles.heedingXoff(Profiles.WIDE));
        bench.awaitWell();
        bench.emulator.speed(4_000);
        assertThat(bench.print(PrinterOnBench.lines(150))).isEqualTo(new Printed(1));
        assertThat(bench.slips()).singleElement().asString().contains(everyLine(150));
    }

    @Test
    void xoffStopsUsBetweenThinBandsOfAPicture() throws Exception {
        bench = new PrinterOnBench(
                ReceiptPrinterModel.WIDE.with(Flow.XON_XOFF, 2_048), Profiles.heedingXoff(Profiles.WIDE_AS_PICTURE));
        bench.awaitWell();
        bench.emulator.speed(8_000);
        assertThat(bench.print(PrinterOnBench.lines(20))).isEqualTo(new Printed(1));
        assertThat(bench.slips()).singleElement().asString().contains("[image").doesNotContain("unknown", "control");
    }

    @Test
    void answersASecondLateAreUnderstood() throws Exception {
        PrinterProfile patient = new PrinterProfile(
                Profiles.WIDE,
                OutletRules.NONE,
                FlowControl.LINE,
                true,
                false,
                false,
                false,
                Duration.ofSeconds(2),
                Duration.ofMillis(1500),
                Duration.ofSeconds(10));
        bench = new PrinterOnBench(ReceiptPrinterModel.WIDE, patient);
        bench.awaitWell();
        bench.emulator.answerLate(Duration.ofSeconds(1));
        assertThat(bench.print(PrinterOnBench.lines(3))).isEqualTo(new Printed(1));
        assertThat(bench.raised("RCP-NO-DEVICE")).isZero();
    }

    private static String[] everyLine(int count) {
        return PrinterOnBench.lines(count).stream()
                .map(part -> ((ReceiptPart.Line) part).text())
                .toArray(String[]::new);
    }
}
