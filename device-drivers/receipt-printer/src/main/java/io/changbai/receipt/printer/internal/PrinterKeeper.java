package io.changbai.receipt.printer.internal;

import io.changbai.device.api.Availability;
import io.changbai.device.api.driver.Connection;
import io.changbai.device.api.driver.DeviceThread.Cancellation;
import io.changbai.device.api.driver.StatusBoard;
import io.changbai.device.api.print.PaperOutlet.Retraction;
import io.changbai.device.api.print.PrintJob;
import io.changbai.device.api.print.PrintResult;
import io.changbai.device.api.print.PrintResult.NotPrinted;
import io.changbai.device.api.print.PrintResult.Reason;
import io.changbai.device.api.print.PrintResult.Unknown;
import io.changbai.device.api.print.ReceiptPart;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps one printer ready and carries out its jobs. Used on the device's thread only.
 *
 * <pre>
 *   absent ──opened, cleared, answers──► idle ──job──► idle, or to be cleared and then idle
 *      ▲                                  │
 *      └──── cable gone, silent twice ────┘
 * </pre>
 */
final class PrinterKeeper {

    private static final int SILENT_LOOKS = 2;
    /** How soon a change is noticed that the printer tells by itself, or that a hand makes at the outlet. */
    private static final Duration GLANCE = Duration.ofMillis(200);
    /** What a first receipt needs is made when a terminal has started and nobody prints, not while somebody waits. */
    private static final Duration STARTING = Duration.ofSeconds(3);

    private final PrinterProfile profile;
    private final ReceiptEncoder encoder;
    private final StatusBoard board;
    private final Clock clock;
    private final Connection<PrinterLine> connection;
    private final PrinterGreeting greeting;
    private final Residue residue;
    private final SlipOutlet outlet;
    private final Recovery recovery;
    private Instant nextQuestion;
    private Instant prepareAt;
    private int silent;
    private int jobs;

    /** @param clock steady */
    PrinterKeeper(
            PrinterProfile profile,
            PrinterGreeting greeting,
            Residue residue,
            Connection<PrinterLine> connection,
            SlipOutlet outlet,
            StatusBoard board,
            Clock clock) {
        this.profile = profile;
        this.greeting = greeting;
        this.residue = residue;
        this.connection = connection;
        this.outlet = outlet;
        this.board = board;
        this.clock = clock;
        this.recovery = new Recovery(clock);
        this.encoder = new ReceiptEncoder(
                profile.paper(), profile.outlet().present(), profile.flow().chunk());
        this.nextQuestion = clock.instant();
        this.prepareAt = clock.instant().plus(STARTING);
    }

    /** Looks after the printer and says how long to rest before the next look. */
    Duration look() {
        Optional<PrinterLine> line = connection.openWhenDue();
        if (line.isPresent()) {
            lookAt(line.get());
        }
        return connection.isOpen() ? rest() : connection.untilNextTry();
    }

    private void lookAt(PrinterLine line) {
        try {
            line.listen(Duration.ZERO);
            if (line.takeReport().isPresent()
                    || outlet.isWatched()
                    || !clock.instant().isBefore(nextQuestion)) {
                question(line);
            } else {
                prepare();
            }
        } catch (IOException e) {
            connection.lost(e);
        }
    }

    private void question(PrinterLine line) throws IOException {
        nextQuestion = clock.instant().plus(profile.poll());
        residue.clear(line);
        Optional<PrinterState> answer = line.ask(profile.answer());
        // A printer whose busy line holds our questions back still tells by itself.
        Optional<PrinterState> state = answer.isPresent() ? answer : line.takeReport();
        if (answer.isPresent()) {
            residue.isGone();
        }
        if (state.isPresent()) {
            silent = 0;
            answered(line, state.get());
        } else if (++silent >= SILENT_LOOKS) {
            silent = 0;
            connection.lost(new IOException("it gives no answer"));
        }
    }

    private void answered(PrinterLine line, PrinterState state) throws IOException {
        if (recovery.isDue(state)) {
            line.send(EscPos.RECOVER_CLEARED);
        }
        if (state.coverOpen()) {
            outlet.attended();
        }
        if (!state.offline()) {
            greeting.identify(line);
        }
        outlet.look(line);
        if (!state.offline() && outlet.isForgotten() && outlet.canRetract()) {
            outlet.retract(line);
        }
        publish(PrinterReport.of(state, outlet.faults()));
    }

    private Duration rest() {
        boolean glances = profile.automaticStatus() || outlet.isWatched() || prepareAt != null;
        return glances && GLANCE.compareTo(profile.poll()) < 0 ? GLANCE : profile.poll();
    }

    private void prepare() {
        if (prepareAt != null && !clock.instant().isBefore(prepareAt)) {
            prepareAt = null;
            encoder.prepare(profile.preparesFonts());
        }
    }

    PrintResult print(PrintJob job, List<ReceiptPart> parts, Cancellation cancellation) {
        PrintData data = encoder.encode(parts);
        if (residue.isPossible()) {
            lookNow();
        }
        Optional<PrinterLine> line = connection.openNow();
        if (line.isEmpty()) {
            return new NotPrinted(Reason.NO_DEVICE);
        }
        if (residue.isPossible()) {
            return new NotPrinted(Reason.NO_ANSWER);
        }
        try {
            outlet.look(line.get());
        } catch (IOException e) {
            connection.lost(e);
            return new NotPrinted(Reason.NO_DEVICE);
        }
        return outlet.blocks(job.visit())
                ? new NotPrinted(Reason.OUTLET_BLOCKED)
                : run(line.get(), job, data, cancellation);
    }

    private PrintResult run(PrinterLine line, PrintJob job, PrintData data, Cancellation cancellation) {
        board.look(Availability.BUSY, board.status().faults(), board.status().supplies());
        ReceiptRun run = new ReceiptRun(line, profile, job.visit(), cancellation);
        PrintResult result = run.run(data, ReceiptRun.id(++jobs));
        if (!(result instanceof NotPrinted)) {
            outlet.printedFor(job.visit());
        }
        if (run.leavesBytesBehind(result)) {
            residue.ofJob();
        }
        afterwards(run, result);
        return result;
    }

    private void afterwards(ReceiptRun run, PrintResult result) {
        if (isGone(result)) {
            connection.lost(new IOException("the line broke during a receipt"));
            return;
        }
        if (run.endedInsideCommand()) {
            connection.close(); // with what the line still holds; it would come out before the clear
        }
        lookNow();
    }

    private static boolean isGone(PrintResult result) {
        return result.match(
                pages -> false, not -> not.reason() == Reason.NO_DEVICE, (Unknown u) -> u.reason() == Reason.NO_DEVICE);
    }

    private void lookNow() {
        nextQuestion = clock.instant();
        connection.openNow().ifPresent(this::lookAt);
    }

    /** Draws back what lies in the outlet. */
    Retraction retract() {
        if (!profile.outlet().retracts()) {
            return Retraction.NOT_SUPPORTED;
        }
        Optional<PrinterLine> line = connection.openNow();
        if (line.isEmpty()) {
            return Retraction.FAILED;
        }
        try {
            outlet.look(line.get());
            Retraction end = outlet.retract(line.get());
            lookNow();
            return end;
        } catch (IOException e) {
            connection.lost(e);
            return Retraction.FAILED;
        }
    }

    private void publish(PrinterReport report) {
        board.look(report.availability(), report.faults(), report.supplies());
    }
}
