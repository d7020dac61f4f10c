package io.changbai.device.api.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.DeviceContract;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.DeviceStatus;
import io.changbai.device.api.Supply;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.api.print.PrintResult.Reason;
import org.junit.jupiter.api.Test;

/** What every document printer holds to. */
public interface DocumentPrinterContract extends DeviceContract {

    @Override
    DocumentPrinter device();

    /** A PDF of so many pages. */
    byte[] document(int pages);

    /** Takes the paper out of the printer, or loads it. */
    void loadPaper(boolean there);

    /** How many documents came out whole. */
    int documents();

    @Test
    default void isADocumentPrinter() {
        assertThat(device().kind()).isEqualTo(DeviceKind.DOCUMENT_PRINTER);
    }

    @Test
    default void printsOneCopyOfADocument() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        assertThat(print(VisitToken.begin("v1"), 2)).isEqualTo(new Printed(2));
        assertThat(documents()).isEqualTo(1);
    }

    @Test
    default void returnsNotPrintedWhenPaperIsOutAndPrintsNothingOfItLater() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        loadPaper(false);
        assertThat(print(VisitToken.begin("v1"), 1)).isEqualTo(new NotPrinted(Reason.PAPER_OUT));
        DeviceContract.awaitStatus(
                device(),
                status -> !status.canServe()
                        && status.supplies().stream().anyMatch(supply -> supply.level() == Supply.Level.OUT));
        loadPaper(true);
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        assertThat(documents()).isZero();
    }

    @Test
    default void printsNothingForAVisitThatEndedWhileTheJobWaited() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        VisitToken visit = VisitToken.begin("v1");
        PrintJob job = new PrintJob(visit, "job");
        visit.end();
        PrintResult result = DeviceContract.end(device().print(job, document(1), 1));
        assertThat(result).isEqualTo(new NotPrinted(Reason.VISIT_ENDED));
        assertThat(documents()).isZero();
    }

    @Test
    default void returnsNotPrintedWithoutADevice() throws Exception {
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        unplug();
        assertThat(print(VisitToken.begin("v1"), 1)).isEqualTo(new NotPrinted(Reason.NO_DEVICE));
        plug();
        DeviceContract.awaitStatus(device(), DeviceStatus::canServe);
        assertThat(documents()).isZero();
    }

    @Test
    default void aDocumentWithoutPagesIsADefect() {
        PrintJob job = new PrintJob(VisitToken.begin("v1"), "job");
        assertThatThrownBy(() -> device().print(job, document(1), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private PrintResult print(VisitToken visit, int pages) throws Exception {
        return DeviceContract.end(device().print(new PrintJob(visit, "job"), document(pages), pages));
    }
}
