package io.changbai.device.contract;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.DeviceKind;
import io.changbai.device.api.print.DocumentPrinter;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.api.print.VisitToken;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What every document printer holds to. */
public interface DocumentPrinterContract extends PrinterContract {

    @Override
    DocumentPrinter device();

    @Override
    default DeviceKind expectedKind() {
        return DeviceKind.DOCUMENT_PRINTER;
    }

    @Override
    default DeviceCommand<PrintResult> print(PrintJob job) {
        return device().print(job, blankPages(1), 1);
    }

    @Test
    default void countsThePagesThatCameOut(TestReporter reporter) {
        Await.ready(device());
        Stopwatch watch = Stopwatch.start();
        assertThat(Await.end(device().print(newJob(), blankPages(3), 3))).isEqualTo(new Printed(3));
        watch.tell(reporter, "three pages");
        hands().takePaper();
    }

    @Test
    default void refusesADocumentWithoutPagesAsADefectOfItsCaller() {
        assertThatThrownBy(() -> device().print(newJob(), blankPages(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PrintJob newJob() {
        return new PrintJob(VisitToken.begin(UUID.randomUUID().toString()), "job-" + UUID.randomUUID());
    }

    /** The smallest PDF of so many blank A4 pages that printers take. */
    static byte[] blankPages(int pages) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < pages; i++) {
            kids.append(3 + i).append(" 0 R ");
            pdf.append(3 + i).append(" 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n");
        }
        pdf.append("2 0 obj<</Type/Pages/Kids[").append(kids).append("]/Count ").append(pages);
        pdf.append(">>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
        return pdf.toString().getBytes(US_ASCII);
    }
}
