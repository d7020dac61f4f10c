package io.changbai.document.printer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.DeviceFault.Severity;
import io.changbai.device.api.Supply;
import io.changbai.device.api.Supply.Level;
import io.changbai.device.api.print.PrintResult.Reason;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "media-empty-error,   DPR-PAPER-OUT,   FAULT,   PAPER_OUT",
        "media-needed,        DPR-PAPER-OUT,   FAULT,   PAPER_OUT",
        "media-jam,           DPR-JAMMED,      FAULT,   JAMMED",
        "door-open-error,     DPR-COVER-OPEN,  FAULT,   COVER_OPEN",
        "toner-empty-error,   DPR-TONER-OUT,   FAULT,   OUT_OF_TONER",
        "paused,              DPR-PAUSED,      FAULT,   DEVICE_ERROR",
        "x-wiper-dirty,       DPR-OTHER,       FAULT,   DEVICE_ERROR",
        "toner-low-warning,   DPR-TONER-LOW,   WARNING,",
        "media-low-report,    DPR-PAPER-LOW,   INFO,",
        "media-empty-warning, DPR-PAPER-OUT,   WARNING,"
    })
    void readsAReasonByItsKeywordAndSuffix(String reason, String code, Severity severity, Reason blocked) {
        PrinterAnswer answer = answer(false, reason);
        assertThat(answer.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.severity()).isEqualTo(severity);
        });
        assertThat(answer.blocked().orElse(null)).isEqualTo(blocked);
    }

    @Test
    void nothingIsWrongWithNone() {
        PrinterAnswer answer = answer(false, "none", "cups-waiting-for-job-completed");
        assertThat(answer.faults()).isEmpty();
        assertThat(answer.availability()).isEqualTo(Availability.ONLINE);
    }

    @Test
    void aStoppedPrinterCannotServeWhateverTheSuffixSays() {
        PrinterAnswer answer = answer(true, "media-empty-report");
        assertThat(answer.availability()).isEqualTo(Availability.OFFLINE);
        assertThat(answer.blocked()).contains(Reason.PAPER_OUT);
        assertThat(answer(true, "none").faults()).extracting(DeviceFault::code).containsExactly("DPR-STOPPED");
    }

    @Test
    void anOpenCoverIsForAPersonAndAJamForTheHardware() {
        assertThat(answer(true, "cover-open-error").availability()).isEqualTo(Availability.USER_ERROR);
        assertThat(answer(true, "media-jam-error").availability()).isEqualTo(Availability.HARDWARE_ERROR);
    }

    @Test
    void aKeywordIsShownWithoutWhatCouldHarmAPage() {
        PrinterAnswer answer = answer(false, "<script>alert(1)</script>" + "x".repeat(500));
        assertThat(answer.faults().get(0).text()).doesNotContain("<").hasSizeLessThan(120);
    }

    @Test
    void levelsBelowZeroAreUnknownAndWasteIsNoSupply() {
        PrinterAnswer answer = new PrinterAnswer(
                false,
                true,
                true,
                List.of("media-low-warning"),
                List.of("Black Toner", "Cyan", "Magenta Toner", "Waste"),
                List.of("toner", "toner", "toner", "waste-toner"),
                List.of(80, -2, 7, 99),
                List.of(),
                PaperHandling.PLAIN);
        assertThat(answer.supplies())
                .containsExactly(
                        Supply.of("a4-paper", Level.LOW),
                        new Supply("toner-black", Level.FULL, OptionalInt.of(80)),
                        Supply.of("cyan", Level.UNKNOWN),
                        new Supply("magenta-toner", Level.LOW, OptionalInt.of(7)));
    }

    @Test
    void aPrinterThatTakesNoPdfOrNoJobsIsRefused() {
        PrinterAnswer noPdf = new PrinterAnswer(
                false, true, false, List.of(), List.of(), List.of(), List.of(), List.of(), PaperHandling.PLAIN);
        PrinterAnswer closed = new PrinterAnswer(
                false, false, true, List.of(), List.of(), List.of(), List.of(), List.of(), PaperHandling.PLAIN);
        assertThat(noPdf.blocked()).contains(Reason.REFUSED);
        assertThat(noPdf.faults()).extracting(DeviceFault::code).containsExactly("DPR-NO-PDF");
        assertThat(closed.blocked()).contains(Reason.REFUSED);
        assertThat(closed.faults()).extracting(DeviceFault::code).containsExactly("DPR-NOT-ACCEPTING");
    }

    private static PrinterAnswer answer(boolean stopped, String... reasons) {
        return new PrinterAnswer(
                stopped, true, true, List.of(reasons), List.of(), List.of(), List.of(), List.of(), PaperHandling.PLAIN);
    }
}
