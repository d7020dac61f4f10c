package io.changbai.device.api.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.Supply;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.api.print.PrintResult.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every receipt printer holds to. */
public interface ReceiptPrinterContract extends DeviceContract {

    @Override
    ReceiptPrinter device();

    /** Takes the paper out of the printer, or loads it. */
    void loadPaper(boolean there);

    void openCover(boolean open);

    /** The text of every slip that was cut off, oldest first. */
    List<String> slips();

    @Test
    default void isAReceiptPrinter() {
        assertThat(device().kind()).isEqualTo(DeviceKind.RECEIPT_PRINTER);
        assertThat(device().columns()).isIn(32, 48);
    }

    @Test
    default void printsAndCutsOneReceipt() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        assertThat(print(VisitToken.begin("v1"), "办理回执 1")).isEqualTo(new Printed(1));
        assertThat(slips()).singleElement().asString().contains("办理回执 1");
    }

    @Test
    default void returnsNotPrintedWhenPaperIsOutAndPrintsAfterItWasLoaded() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        loadPaper(false);
        assertThat(print(VisitToken.begin("v1"), "first")).isEqualTo(new NotPrinted(Reason.PAPER_OUT));
        DeviceContract.awaitStatus(
                device(),
                status -> !status.canServe()
                        && status.supplies().stream().anyMatch(supply -> supply.level() == Supply.Level.OUT));
        loadPaper(true);
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        assertThat(print(VisitToken.begin("v2"), "second")).isEqualTo(new Printed(1));
        assertThat(slips()).singleElement().asString().contains("second").doesNotContain("first");
    }

    @Test
    default void returnsNotPrintedWhenTheCoverIsOpen() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        openCover(true);
        assertThat(print(VisitToken.begin("v1"), "first")).isEqualTo(new NotPrinted(Reason.COVER_OPEN));
        openCover(false);
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
    }

    @Test
    default void printsNothingForAVisitThatEndedWhileTheJobWaited() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        VisitToken visit = VisitToken.begin("v1");
        PrintJob job = new PrintJob(visit, "job");
        visit.end();
        PrintResult result = DeviceContract.end(device().print(job, List.of(ReceiptPart.line("late"))));
        assertThat(result).isEqualTo(new NotPrinted(Reason.VISIT_ENDED));
        assertThat(slips()).isEmpty();
    }

    @Test
    default void returnsNotPrintedWithoutADevice() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        unplug();
        DeviceContract.awaitStatus(device(), status -> !status.canServe());
        assertThat(print(VisitToken.begin("v1"), "first")).isEqualTo(new NotPrinted(Reason.NO_DEVICE));
        plug();
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        assertThat(slips()).isEmpty();
    }

    private PrintResult print(VisitToken visit, String text) throws Exception {
        return DeviceContract.end(device().print(new PrintJob(visit, "job"), List.of(ReceiptPart.line(text))));
    }
}
