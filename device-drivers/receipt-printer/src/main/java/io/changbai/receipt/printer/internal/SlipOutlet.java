package io.changbai.receipt.printer.internal;

import io.changbai.device.api.Device.Subscription;
import io.changbai.device.api.DeviceFault;
import io.changbai.device.api.print.PaperOutlet.Event;
import io.changbai.device.api.print.PaperOutlet.Retraction;
import io.changbai.device.api.print.PaperOutlet.State;
import io.changbai.device.api.print.VisitToken;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Whose paper lies in the outlet, and since when. Paper belongs to the visit that printed last; what lay there before
 * this process began belongs to nobody who is here now.
 *
 * <pre>
 *   unknown ──sensor──► empty ──sensor──► presented ──sensor──► taken, empty
 *                                             │ its visit ended, patience over
 *                                             └──► drawn back ──sensor──► empty
 *                                                      └──still there, bin full──► fault
 * </pre>
 */
final class SlipOutlet {

    private static final int TICKET = 0x20;
    private static final Duration TO_PRESENT = Duration.ofSeconds(5);
    private static final Duration TO_DRAW_BACK = Duration.ofSeconds(4);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final OutletRules rules;
    private final Duration answer;
    private final Clock clock;
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
    private volatile State state = State.UNKNOWN;

    // Only the device's thread touches what follows.
    private VisitToken owner;
    private Instant since;
    private boolean retractFailed;
    private boolean mayLie;
    private int inBin;

    /** @param clock steady */
    SlipOutlet(OutletRules rules, Duration answer, Clock clock) {
        this.rules = rules;
        this.answer = answer;
        this.clock = clock;
        this.since = clock.instant();
    }

    State state() {
        return state;
    }

    Subscription onEvent(Consumer<Event> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Whether a hand may take something, or the rollers still bring it. */
    boolean isWatched() {
        boolean fresh = mayLie && clock.instant().isBefore(since.plus(TO_PRESENT));
        return rules.senses() && (state != State.EMPTY || fresh);
    }

    /** A job of this visit has begun to come out. */
    void printedFor(VisitToken visit) {
        owner = visit;
        mayLie = true;
        since = clock.instant();
    }

    /** Whether paper of another visit lies here. */
    boolean blocks(VisitToken visit) {
        return state == State.PRESENTED && (owner == null || !owner.visitId().equals(visit.visitId()));
    }

    /** Asks the sensor; without one nothing is known and nothing is asked. */
    void look(PrinterLine line) throws IOException {
        if (!rules.senses()) {
            return;
        }
        Optional<Integer> paper = line.askOutlet(answer);
        if (paper.isPresent()) {
            sensed((paper.get() & TICKET) != 0, Event.TAKEN);
        }
    }

    private void sensed(boolean ticket, Event gone) {
        if (ticket && state != State.PRESENTED) {
            since = clock.instant();
            become(State.PRESENTED, Optional.of(Event.PRESENTED));
        } else if (!ticket && state != State.EMPTY) {
            boolean lay = state == State.PRESENTED;
            retractFailed = false;
            become(State.EMPTY, lay ? Optional.of(gone) : Optional.empty());
        }
    }

    private void become(State next, Optional<Event> event) {
        state = next;
        event.ifPresent(this::tell);
    }

    private void tell(Event event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    /** Whether paper has lain here, or may have, for longer than somebody needs to take it. */
    boolean isForgotten() {
        if (owner != null && owner.isLive()) {
            since = clock.instant();
        }
        boolean there = state == State.PRESENTED || (!rules.senses() && rules.retracts() && mayLie);
        boolean never = rules.patience().isZero();
        return there && !never && !clock.instant().isBefore(since.plus(rules.patience()));
    }

    boolean canRetract() {
        return rules.retracts() && !retractFailed && !binIsFull();
    }

    /** Draws paper back and waits until the sensor agrees. */
    Retraction retract(PrinterLine line) throws IOException {
        if (!rules.retracts()) {
            return Retraction.NOT_SUPPORTED;
        } else if (state == State.EMPTY) {
            return Retraction.NOTHING_THERE;
        } else if (binIsFull()) {
            return Retraction.FAILED;
        }
        line.send(rules.presenter().retract().orElseThrow());
        mayLie = false;
        return rules.senses() ? drawnBack(line) : Retraction.RETRACTED;
    }

    private Retraction drawnBack(PrinterLine line) throws IOException {
        Deadline deadline = Deadline.in(TO_DRAW_BACK);
        while (!deadline.isOver()) {
            Optional<Integer> paper = line.askOutlet(answer);
            if (paper.isPresent() && (paper.get() & TICKET) == 0) {
                inBin++;
                sensed(false, Event.RETRACTED);
                return Retraction.RETRACTED;
            }
            line.listen(LOOK);
        }
        retractFailed = true;
        tell(Event.RETRACT_FAILED);
        return Retraction.FAILED;
    }

    /** An open cover is an attendant at work, who empties the bin and frees the rollers. */
    void attended() {
        inBin = 0;
        retractFailed = false;
    }

    List<DeviceFault> faults() {
        List<DeviceFault> faults = new ArrayList<>();
        if (retractFailed) {
            faults.add(PrinterReport.RETRACT);
        }
        if (state == State.PRESENTED && !retractFailed && !canRetract() && isForgotten()) {
            faults.add(PrinterReport.OUTLET_BLOCKED);
        }
        if (binIsFull()) {
            faults.add(PrinterReport.BIN_FULL);
        }
        return faults;
    }

    private boolean binIsFull() {
        return rules.binHolds() > 0 && inBin >= rules.binHolds();
    }
}
