package io.changbai.journey.internal;

import io.changbai.device.api.print.PaperOutlet;

/** Taking, wiping, and nobody else before the slot is empty. */
final class Ending {

    private final VisitMachine machine;
    private final Capabilities capabilities;
    private final Steps steps;

    Ending(VisitMachine machine, Capabilities capabilities, Steps steps) {
        this.machine = machine;
        this.capabilities = capabilities;
        this.steps = steps;
    }

    void register() {
        machine.on(VisitState.TAKE, () -> machine.watch(this::tookAll));
        machine.on(VisitState.END, this::end);
        machine.on(VisitState.CARD_LEFT, () -> machine.watch(this::slotEmpty));
    }

    /** Paper is taken; with a card still in the slot the screen goes on asking for that. */
    void taken() {
        machine.visit().paperTaken = true;
        tookAll();
        machine.publish();
    }

    private void tookAll() {
        Visit visit = machine.visit();
        watchOutlet(visit);
        boolean allPaper = visit.paperTaken || (visit.receiptTaken && !visit.documentPrinted);
        if (allPaper && !capabilities.cardPresent()) {
            machine.fire(VisitEvent.TAKEN);
        }
    }

    /** Where the outlet has a sensor, nobody needs to touch the screen after taking the receipt. */
    private void watchOutlet(Visit visit) {
        PaperOutlet.State outlet = capabilities.receiptOutlet();
        visit.receiptLay |= outlet == PaperOutlet.State.PRESENTED;
        visit.receiptTaken |= visit.receiptLay && outlet == PaperOutlet.State.EMPTY;
    }

    private void end() {
        try {
            steps.close(machine.visit());
        } finally {
            machine.visit().wipe();
        }
        machine.later(
                machine.timers().end(),
                () -> machine.fire(capabilities.cardPresent() ? VisitEvent.CARD_STAYS : VisitEvent.TIME_UP));
    }

    private void slotEmpty() {
        if (!capabilities.cardPresent()) {
            machine.fire(VisitEvent.CARD_GONE);
        }
    }
}
