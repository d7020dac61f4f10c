package io.changbai.device.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.device.api.Availability;
import io.changbai.device.api.DeviceCommand;
import io.changbai.device.api.Supply;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.api.print.PrintResult.Reason;
import io.changbai.device.api.print.VisitToken;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What every printer holds to. */
public interface PrinterContract extends DeviceContract {

    /** What a hand does to a printer. */
    interface PaperHands extends Hands {

        /** Takes all paper out. */
        void emptyPaper();

        void loadPaper();

        /** How many jobs came out whole since the start, where the hand can tell. */
        OptionalInt cameOut();

        /** Takes what came out. */
        void takePaper();
    }

    @Override
    PaperHands hands();

    /** Prints one page, or one slip. */
    DeviceCommand<PrintResult> print(PrintJob job);

    @Test
    default void printsAndSaysSo(TestReporter reporter) {
        Await.ready(device());
        int before = hands().cameOut().orElse(0);
        Stopwatch watch = Stopwatch.start();
        assertThat(printOne()).isEqualTo(new Printed(1));
        watch.tell(reporter, "from job to printed");
        assertCameOut(before + 1);
        hands().takePaper();
    }

    @Test
    default void returnsNotPrintedWhenPaperIsOutAndNeverPrintsItLater(TestReporter reporter) {
        Await.ready(device());
        int before = hands().cameOut().orElse(0);
        hands().emptyPaper();
        assertThat(printOne()).isEqualTo(new NotPrinted(Reason.PAPER_OUT));
        Await.status(
                device(),
                "it says that paper is out",
                status -> !status.canServe()
                        && status.supplies().stream().anyMatch(supply -> supply.level() == Supply.Level.OUT)
                        && status.faults().stream()
                                .anyMatch(fault -> fault.code().contains("PAPER")));
        Stopwatch watch = Stopwatch.start();
        hands().loadPaper();
        Await.ready(device());
        watch.tell(reporter, "from paper loaded to ready");
        assertThat(printOne()).isEqualTo(new Printed(1));
        assertCameOut(before + 1);
        hands().takePaper();
    }

    @Test
    default void printsNothingForAVisitThatEndedWhileTheJobWaited() {
        Await.ready(device());
        int before = hands().cameOut().orElse(0);
        VisitToken visit = VisitToken.begin(UUID.randomUUID().toString());
        PrintJob job = new PrintJob(visit, "job");
        visit.end();
        assertThat(Await.end(print(job))).isEqualTo(new NotPrinted(Reason.VISIT_ENDED));
        assertCameOut(before);
    }

    @Test
    default void printsNothingOfAJobThatWasCancelledBeforeItsTurn() {
        Await.ready(device());
        int before = hands().cameOut().orElse(0);
        DeviceCommand<PrintResult> first = print(newJob());
        DeviceCommand<PrintResult> second = print(newJob());
        second.cancel();
        assertThat(Await.end(first)).isEqualTo(new Printed(1));
        PrintResult result = Await.end(second);
        // the cancel may have come too late; what already happened counts
        if (!(result instanceof Printed)) {
            assertThat(result).isEqualTo(new NotPrinted(Reason.CANCELLED));
            assertCameOut(before + 1);
        }
        hands().takePaper();
    }

    @Test
    default void isNotDisturbedByACancelAfterTheEnd() {
        Await.ready(device());
        DeviceCommand<PrintResult> command = print(newJob());
        PrintResult result = Await.end(command);
        command.cancel();
        command.cancel();
        assertThat(Await.end(command)).isEqualTo(result);
        assertThat(printOne()).isEqualTo(new Printed(1));
        hands().takePaper();
    }

    @Test
    default void endsEveryJobExactlyOnceAndInOrder() {
        Await.ready(device());
        int before = hands().cameOut().orElse(0);
        AtomicInteger ends = new AtomicInteger();
        DeviceCommand<PrintResult> first = print(newJob());
        DeviceCommand<PrintResult> second = print(newJob());
        first.result().whenComplete((result, defect) -> ends.incrementAndGet());
        second.result().whenComplete((result, defect) -> ends.incrementAndGet());
        assertThat(Await.end(second)).isEqualTo(new Printed(1));
        assertThat(first.result().toCompletableFuture()).isDone();
        Await.until("both have ended", () -> ends.get() == 2);
        assertCameOut(before + 2);
        hands().takePaper();
    }

    @Test
    default void returnsNotPrintedQuicklyWithoutADeviceAndNeverPrintsItLater(TestReporter reporter) {
        Await.ready(device());
        int before = hands().cameOut().orElse(0);
        hands().pullCable();
        Await.status(device(), "it says NO_DEVICE", status -> status.availability() == Availability.NO_DEVICE);
        Stopwatch watch = Stopwatch.start();
        assertThat(printOne()).isEqualTo(new NotPrinted(Reason.NO_DEVICE));
        watch.tell(reporter, "from job to not printed, while unplugged");
        assertThat(watch.elapsed()).isLessThan(Duration.ofSeconds(15));
        hands().plugCable();
        Await.ready(device());
        assertThat(printOne()).isEqualTo(new Printed(1));
        assertCameOut(before + 1);
        hands().takePaper();
    }

    private PrintResult printOne() {
        return Await.end(print(newJob()));
    }

    private void assertCameOut(int jobs) {
        hands().cameOut().ifPresent(now -> assertThat(hands().cameOut()).hasValue(jobs));
    }

    private static PrintJob newJob() {
        return new PrintJob(VisitToken.begin(UUID.randomUUID().toString()), "job-" + UUID.randomUUID());
    }
}
