package io.changbai.receipt.printer.internal;

import io.changbai.device.api.print.PrintResult.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waits for the end of a job whose last byte was sent: for its process id or, at a printer that knows none, until it is
 * online after the time the job needs. The latter is a guess.
 */
final class Confirmation {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);

    private final PrinterLine line;
    private final PrinterProfile profile;
    private final Supplier<Optional<Reason>> stopped;
    private Deadline question = Deadline.in(BETWEEN_QUESTIONS);
    private Deadline guess;

    /** @param stopped why nobody wants the job any more; empty while somebody does */
    Confirmation(PrinterLine line, PrinterProfile profile, Supplier<Optional<Reason>> stopped) {
        this.line = line;
        this.profile = profile;
        this.stopped = stopped;
    }

    /** Says why the job is not confirmed; empty when it is. */
    Optional<Reason> await(String id, Duration atMost) throws IOException {
        Deadline deadline = Deadline.in(profile.job());
        Optional<Reason> why = Optional.empty();
        while (why.isEmpty() && !line.hasProcessed(id) && !isGuessed() && !deadline.isOver()) {
            line.listen(question.left());
            why = stopped.get();
            if (why.isEmpty() && (question.isOver() || line.takeReport().isPresent())) {
                why = ask(atMost);
            }
        }
        // The id may have come while we asked; what is wrong now was not wrong for this job.
        if (line.hasProcessed(id) || (why.isEmpty() && isGuessed())) {
            return Optional.empty();
        }
        return why.isPresent() ? why : Optional.of(Reason.NO_ANSWER);
    }

    private boolean isGuessed() {
        return !profile.processId() && guess != null && guess.isOver();
    }

    private Optional<Reason> ask(Duration atMost) throws IOException {
        question = Deadline.in(BETWEEN_QUESTIONS);
        Optional<PrinterState> state = line.ask(profile.answer());
        boolean online = state.isPresent() && !state.get().offline();
        // An answer says that all before the question has arrived; only then has the paper begun to move.
        if (online && guess == null) {
            guess = Deadline.in(atMost);
        } else if (!online) {
            guess = null;
        }
        return state.flatMap(PrinterState::blocked);
    }
}
