package io.changbai.document.printer.internal;

import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.SteadyClock;
import io.changbai.device.api.print.PageSetup;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.api.print.PrintResult.Reason;
import io.changbai.device.api.print.PrintResult.Unknown;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One job at the printer.
 *
 * <pre>
 *   describe ──cannot print, away──► not printed
 *      │
 *   send ──refused, nobody listens──► not printed      ──no answer──► unknown
 *      │ job id
 *   watch ──completed──► printed
 *      │  └─canceled, aborted──► not printed when no page was counted, else unknown
 *      │ visit ended, cancelled, out of time
 *   cancel ──seen canceled──► not printed when no page was counted, else unknown
 *      └─────not seen──► unknown, and the job is looked for later
 * </pre>
 */
final class DocumentRun {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentRun.class);
    private static final Duration TO_CANCEL = Duration.ofSeconds(4);
    private static final Duration NAP = Duration.ofMillis(100);

    private final IppPrinter printer;
    private final PrinterTimes times;
    private final PrintJob job;
    private final int pages;
    private final PageSetup wanted;
    private final Cancellation cancellation;
    private final Clock clock = new SteadyClock();

    private JobAnswer last = new JobAnswer(0, List.of(), OptionalInt.empty());
    private Reason trouble = Reason.NO_ANSWER;
    private PaperHandling before = PaperHandling.PLAIN;
    private PaperHandling after = PaperHandling.PLAIN;
    private boolean left;

    /** @param pages of one copy */
    DocumentRun(
            IppPrinter printer,
            PrinterTimes times,
            PrintJob job,
            int pages,
            PageSetup setup,
            Cancellation cancellation) {
        this.printer = printer;
        this.times = times;
        this.job = job;
        this.pages = pages * setup.copies();
        this.wanted = setup;
        this.cancellation = cancellation;
    }

    /** Whether a job may still be at the printer. */
    boolean leavesJobBehind() {
        return left;
    }

    PrintResult run(byte[] pdf) {
        try {
            Optional<Reason> why = stopped();
            if (why.isEmpty()) {
                PrinterAnswer answer = printer.describe();
                before = answer.paper();
                why = answer.blocked();
            }
            if (why.isPresent()) {
                return new NotPrinted(why.get());
            }
            if (!before.canCopy(wanted)) {
                return new NotPrinted(Reason.REFUSED);
            }
        } catch (IOException e) {
            return new NotPrinted(reason(e));
        }
        return send(pdf);
    }

    private PrintResult send(byte[] pdf) {
        try {
            OptionalInt id = printer.print(job.jobId(), pdf, setup());
            return id.isPresent() ? watch(id.getAsInt()) : new NotPrinted(Reason.REFUSED);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new NotPrinted(Reason.NO_DEVICE);
        } catch (IOException e) {
            left = true;
            return new Unknown(reason(e), 0);
        }
    }

    /** The other side of the paper is a wish, the words on it are the same without. */
    private PageSetup setup() {
        return new PageSetup(wanted.copies(), wanted.bothSides() && before.bothSides());
    }

    private PrintResult watch(int id) {
        Instant end = clock.instant().plus(times.most(pages));
        Optional<Reason> why = Optional.empty();
        while (why.isEmpty() && !SteadyClock.left(clock, end).isZero()) {
            look(id);
            if (hasEnded()) {
                return ended(last.isAborted() ? Reason.DEVICE_ERROR : Reason.CANCELLED);
            }
            rest(times.jobPoll());
            why = stopped();
        }
        return drop(id, why);
    }

    /** Takes the job back from the printer and makes sure that it is gone; also when this thread is to end. */
    private PrintResult drop(int id, Optional<Reason> why) {
        boolean toEnd = Thread.interrupted();
        try {
            return dropped(id, why.orElse(trouble));
        } finally {
            if (toEnd) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private PrintResult dropped(int id, Reason reason) {
        Instant end = clock.instant().plus(TO_CANCEL);
        cancel(id);
        do {
            look(id);
            if (hasEnded()) {
                return ended(reason);
            }
            LockSupport.parkNanos(NAP.toNanos());
        } while (!SteadyClock.left(clock, end).isZero());
        left = true;
        count();
        return new Unknown(reason, counted());
    }

    private PrintResult ended(Reason reason) {
        count();
        if (last.isCompleted()) {
            boolean pagesLack = counted() > 0 && counted() < pages;
            return last.hasErrors() || pagesLack ? new Unknown(Reason.DEVICE_ERROR, counted()) : new Printed(pages);
        }
        return last.hasNoPage() ? new NotPrinted(reason) : new Unknown(reason, counted());
    }

    private boolean hasEnded() {
        return last.isCompleted() || last.isDropped();
    }

    /** What the job counted; where it does not, what the printer's own counter shows. */
    private int counted() {
        return last.impressions()
                .orElseGet(() -> Math.min(pages, after.since(before).orElse(0)));
    }

    /** Looks at the printer's counter once more: it is read as evidence, never as a reason to print again. */
    private void count() {
        if (last.impressions().isEmpty() && before.counter().isPresent()) {
            try {
                after = printer.describe().paper();
            } catch (IOException e) {
                LOG.debug("the page counter cannot be read: {}", e.toString());
            }
        }
    }

    /** One question lost is no news: the job's end decides. */
    private void look(int id) {
        try {
            printer.job(id).ifPresent(answer -> last = answer);
            if (!hasEnded()) {
                trouble = printer.describe().worst().orElse(Reason.NO_ANSWER);
            }
        } catch (IOException e) {
            trouble = reason(e);
        }
    }

    private void cancel(int id) {
        try {
            printer.cancel(id);
        } catch (IOException e) {
            trouble = reason(e);
        }
    }

    private void rest(Duration pause) {
        Instant end = clock.instant().plus(pause);
        while (stopped().isEmpty() && !SteadyClock.left(clock, end).isZero()) {
            long nanos = Math.min(NAP.toNanos(), SteadyClock.left(clock, end).toNanos());
            LockSupport.parkNanos(nanos);
        }
    }

    private Optional<Reason> stopped() {
        if (!job.visit().isLive()) {
            return Optional.of(Reason.VISIT_ENDED);
        }
        return cancellation.isCancelled() ? Optional.of(Reason.CANCELLED) : Optional.empty();
    }

    private static Reason reason(IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            return Reason.CANCELLED;
        }
        return e instanceof InterruptedIOException ? Reason.NO_ANSWER : Reason.NO_DEVICE;
    }
}
