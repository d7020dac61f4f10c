package io.changbai.receipt.printer.internal;

import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Printed;
import io.changbai.device.api.print.PrintResult.Reason;
import io.changbai.device.api.print.PrintResult.Unknown;
import io.changbai.device.api.print.VisitToken;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * One job at an open printer.
 *
 * <pre>
 *   ask ──blocked──► not printed
 *    │ ready
 *   send ──blocked, cancelled, visit ended, takes no more, line broken──► unknown, buffers cleared
 *    │ last byte
 *   wait ──blocked, cancelled, visit ended, no answer in time──► unknown, buffers cleared
 *    │ process id came back
 *   printed
 * </pre>
 */
final class ReceiptRun {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final PrinterLine line;
    private final PrinterProfile profile;
    private final VisitToken visit;
    private final Cancellation cancellation;
    private boolean begun;
    private boolean insideCommand;

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

    /** Whether the printer still waits for the rest of a command; what is sent now is data to it, or not taken at all. */
    boolean endedInsideCommand() {
        return insideCommand;
    }

    /** @param id four characters that no recent job had */
    PrintResult run(PrintData data, String id) {
        try {
            Optional<Reason> why = ready();
            why = why.isPresent() ? why : send(data);
            why = why.isPresent() ? why : finish(data, id);
            return why.map(this::ended).orElseGet(() -> new Printed(1));
        } catch (IOException e) {
            return ended(Reason.NO_DEVICE);
        }
    }

    /** The number every job of this driver has for itself, as four printable characters. */
    static String id(int number) {
        return Integer.toString(10_000 + Math.floorMod(number, 10_000)).substring(1);
    }

    private PrintResult ended(Reason reason) {
        return begun ? new Unknown(reason, 0) : new NotPrinted(reason);
    }

    private Optional<Reason> ready() throws IOException {
        Optional<Reason> stopped = stopped();
        if (stopped.isPresent()) {
            return stopped;
        }
        Optional<PrinterState> state = line.askAnew(profile.answer());
        if (state.isEmpty()) {
            return Optional.of(Reason.NO_ANSWER);
        }
        Optional<Reason> blocked = state.get().blocked();
        return blocked.isEmpty() && state.get().offline() ? Optional.of(Reason.DEVICE_ERROR) : blocked;
    }

    private Optional<Reason> send(PrintData data) throws IOException {
        for (byte[] chunk : data.chunks()) {
            Optional<Reason> why = begun ? mayGoOn() : stopped();
            why = why.isPresent() ? why : push(chunk);
            if (why.isPresent()) {
                return why;
            }
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
            state = state.isPresent() ? state : line.takeReport();
            if (state.isPresent() && state.get().blocked().isPresent()) {
                return state.get().blocked();
            } else if (state.isPresent() && !state.get().offline() && !line.isPaused()) {
                return Optional.empty();
            }
            line.listen(deadline.left());
        } while (!deadline.isOver());
        return Optional.of(Reason.NO_ANSWER);
    }

    /** Hands one chunk over as the printer takes it. */
    private Optional<Reason> push(byte[] chunk) throws IOException {
        Deadline patience = Deadline.in(profile.job());
        for (int at = 0; at < chunk.length; ) {
            int taken = offer(chunk, at);
            at += taken;
            insideCommand = at > 0 && at < chunk.length;
            patience = taken > 0 ? Deadline.in(profile.job()) : patience;
            Optional<Reason> why = at < chunk.length ? stopped() : Optional.empty();
            why = why.isEmpty() && taken == 0 ? stuck(patience.isOver()) : why;
            if (why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    private int offer(byte[] chunk, int at) throws IOException {
        boolean before = begun;
        begun = true; // when this throws, nobody knows how much arrived
        int taken = line.offer(chunk, at, LOOK);
        begun = before || taken > 0;
        return taken;
    }

    /** Inside a command a question would become part of it: until patience is over only what the printer says itself. */
    private Optional<Reason> stuck(boolean patienceIsOver) throws IOException {
        Optional<Reason> told = line.takeReport().flatMap(PrinterState::blocked);
        if (told.isPresent() || !patienceIsOver) {
            return told;
        }
        Optional<Reason> asked = line.ask(profile.answer()).flatMap(PrinterState::blocked);
        return asked.isPresent() ? asked : Optional.of(Reason.NO_ANSWER);
    }

    private Optional<Reason> finish(PrintData data, String id) throws IOException {
        Optional<Reason> why = profile.processId() ? push(EscPos.processId(id)) : Optional.empty();
        return why.isPresent() ? why : new Confirmation(line, profile, this::stopped).await(id, data.atMost());
    }

    private Optional<Reason> stopped() {
        if (!visit.isLive()) {
            return Optional.of(Reason.VISIT_ENDED);
        }
        return cancellation.isCancelled() ? Optional.of(Reason.CANCELLED) : Optional.empty();
    }
}
