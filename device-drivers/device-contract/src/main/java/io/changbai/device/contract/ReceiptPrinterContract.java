package io.changbai.device.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.api.print.PrintResult.Reason;
import io.changbai.device.api.print.ReceiptPart;
import io.changbai.device.api.print.ReceiptPrinter;
import io.changbai.device.api.print.VisitToken;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What every receipt printer holds to. */
public interface ReceiptPrinterContract extends PrinterContract {

    /** What a hand does to such a printer. */
    interface ReceiptHands extends PaperHands {

        void openCover();

        void closeCover();

        /** What the last slip says, where the hand can read. */
        Optional<String> lastSlip();
    }

    @Override
    ReceiptPrinter device();

    @Override
    ReceiptHands hands();

    @Override
    default DeviceKind expectedKind() {
        return DeviceKind.RECEIPT_PRINTER;
    }

    @Override
    default DeviceCommand<PrintResult> print(PrintJob job) {
        return device().print(job, List.of(ReceiptPart.line("办理回执"), new ReceiptPart.Gap(1)));
    }

    @Test
    default void knowsHowWideItsPaperIs() {
        assertThat(device().columns()).isIn(32, 42, 48);
    }

    @Test
    default void printsTextRulesAndCodesInOrder(TestReporter reporter) {
        Await.ready(device());
        List<ReceiptPart> parts = List.of(
                new ReceiptPart.Line("社会保险办理回执", ReceiptPart.Align.CENTRE, ReceiptPart.Size.DOUBLE, true),
                new ReceiptPart.Rule(),
                ReceiptPart.line("Voucher 4711"),
                new ReceiptPart.Qr("SSP:4711"),
                ReceiptPart.line("end of slip"));
        Stopwatch watch = Stopwatch.start();
        assertThat(Await.end(device().print(newJob(), parts))).isEqualTo(new Printed(1));
        watch.tell(reporter, "a slip with a code");
        hands().lastSlip()
                .ifPresent(slip ->
                        assertThat(slip.replaceAll("\\s+", " ")).containsSubsequence("Voucher 4711", "end of slip"));
        hands().takePaper();
    }

    @Test
    default void returnsNotPrintedWhileTheCoverIsOpenAndServesWhenItIsClosed(TestReporter reporter) {
        Await.ready(device());
        hands().openCover();
        assertThat(Await.end(print(newJob()))).isEqualTo(new NotPrinted(Reason.COVER_OPEN));
        Await.status(
                device(),
                "it says that the cover is open",
                status -> status.faults().stream().map(DeviceFault::code).anyMatch(code -> code.contains("COVER")));
        Stopwatch watch = Stopwatch.start();
        hands().closeCover();
        Await.ready(device());
        watch.tell(reporter, "from cover closed to ready");
        assertThat(Await.end(print(newJob()))).isEqualTo(new Printed(1));
        hands().takePaper();
    }

    private static PrintJob newJob() {
        return new PrintJob(VisitToken.begin(UUID.randomUUID().toString()), "job-" + UUID.randomUUID());
    }
}
