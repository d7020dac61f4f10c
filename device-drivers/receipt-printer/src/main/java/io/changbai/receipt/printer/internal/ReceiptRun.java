package io.changbai.receipt.printer.internal;

import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.api.print.PrintResult.Reason;
import io.changbai.device.api.print.PrintResult.Unknown;
import io.changbai.device.api.print.VisitToken;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One job at an open printer.
 *
 * <pre>
 *   ask ──blocked──► not printed
 *    │ ready
 *   send ──blocked, cancelled, visit ended, line broken──► unknown, buffers cleared
 *    │ last byte
 *   wait ──blocked, cancelled, visit ended, no answer in time──► unknown, buffers cleared
 *    │ process id came back
 *   printed
 * </pre>
 */
final class ReceiptRun {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);
    /** 100 mm/s at 8 dots per mm and 2.5 bytes per dot row of text: slower than any printer of this class. */
    private static final int BYTES_PER_SECOND_AT_LEAST = 400;

    private final PrinterLine line;
    private final PrinterProfile profile;
    private final VisitToken visit;
    private final Cancellation cancellation;
    private boolean begun;

    ReceiptRun(PrinterLine line, PrinterProfile profile, VisitToken visit, Cancellation cancellation) {
        this.line = line;
        this.profile = profile;
        this.visit = visit;
        this.cancellation = cancellation;
    }

    /** Whether bytes of the job may lie in the printer although the run did not end as printed. */
    boolean leavesBytesBehind(PrintResult result) {
        return begun && !(result instanceof Printed);
    }

    /** @param id four characters that no recent job had */
    PrintResult run(List<byte[]> chunks, String id) {
        try {
            Optional<Reason> why = ready();
            why = why.isPresent() ? why : send(chunks);
            why = why.isPresent()
                    ? why
                    : finish(chunks.stream().mapToInt(chunk -> chunk.length).sum(), id);
            return why.map(this::ended).orElseGet(() -> new Printed(1));
        } catch (InterruptedIOException e) {
            return ended(Reason.NO_ANSWER);
        } catch (IOException e) {
            return ended(Reason.NO_DEVICE);
        }
    }

    /** The number every job of this driver has for itself, as four printable characters. */
    static String id(int number) {
        return String.format(Locale.ROOT, "%04d", Math.floorMod(number, 10_000));
    }

    private PrintResult ended(Reason reason) {
        return begun ? new Unknown(reason, 0) : new NotPrinted(reason);
    }

    private Optional<Reason> ready() throws IOException {
        Optional<Reason> stopped = stopped();
        if (stopped.isPresent()) {
            return stopped;
        }
        Optional<PrinterState> state = line.ask(profile.answer());
        if (state.isEmpty()) {
            return Optional.of(Reason.NO_ANSWER);
        }
        Optional<Reason> blocked = state.get().blocked();
        return blocked.isEmpty() && state.get().offline() ? Optional.of(Reason.DEVICE_ERROR) : blocked;
    }

    private Optional<Reason> send(List<byte[]> chunks) throws IOException {
        for (byte[] chunk : chunks) {
            Optional<Reason> why = begun ? mayGoOn() : stopped();
            if (why.isPresent()) {
                return why;
            }
            begun = true;
            line.send(chunk);
        }
        return Optional.empty();
    }

    /** Between chunks: waits while the printer says XOFF or only needs a moment. */
    private Optional<Reason> mayGoOn() throws IOException {
        Deadline deadline = Deadline.in(profile.job());
        do {
            Optional<Reason> why = stopped();
            if (why.isPresent()) {
                return why;
            }
            Optional<PrinterState> state = line.ask(profile.answer());
            if (state.isPresent() && state.get().blocked().isPresent()) {
                return state.get().blocked();
            } else if (state.isPresent() && !state.get().offline() && !line.isPaused()) {
                return Optional.empty();
            }
            line.listen(deadline.left());
        } while (!deadline.isOver());
        return Optional.of(Reason.NO_ANSWER);
    }

    private Optional<Reason> finish(int length, String id) throws IOException {
        if (profile.processId()) {
            line.send(EscPos.processId(id));
        }
        Deadline deadline = Deadline.in(profile.job());
        Deadline soonest = Deadline.in(Duration.ofMillis(1000L + length * 1000L / BYTES_PER_SECOND_AT_LEAST));
        Deadline question = Deadline.in(BETWEEN_QUESTIONS);
        while (!deadline.isOver()) {
            line.listen(question.left());
            Optional<Reason> why = line.hasProcessed(id) ? Optional.empty() : stopped();
            if (line.hasProcessed(id) || why.isPresent()) {
                return why;
            }
            if (question.isOver() || line.takeReport().isPresent()) {
                question = Deadline.in(BETWEEN_QUESTIONS);
                Optional<PrinterState> state = line.ask(profile.answer());
                boolean guessed = !profile.processId() && soonest.isOver() && isReady(state);
                // The id may have come while we asked; what is wrong now was not wrong for this job.
                why = line.hasProcessed(id) ? Optional.empty() : state.flatMap(PrinterState::blocked);
                if (line.hasProcessed(id) || guessed || why.isPresent()) {
                    return why;
                }
            }
        }
        return Optional.of(Reason.NO_ANSWER);
    }

    private static boolean isReady(Optional<PrinterState> state) {
        return state.isPresent()
                && !state.get().offline()
                && state.get().blocked().isEmpty();
    }

    private Optional<Reason> stopped() {
        if (!visit.isLive()) {
            return Optional.of(Reason.VISIT_ENDED);
        }
        return cancellation.isCancelled() ? Optional.of(Reason.CANCELLED) : Optional.empty();
    }
}
