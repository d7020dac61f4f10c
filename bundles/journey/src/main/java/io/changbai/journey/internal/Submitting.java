package io.changbai.journey.internal;

import io.changbai.resident.services.ResidentServices;
import io.changbai.resident.services.Submission;
import io.changbai.resident.services.Submission.Why;
import java.util.Map;

/** From the first choice to what came of the submission. */
final class Submitting {

    private final VisitMachine machine;
    private final Capabilities capabilities;
    private final ResidentServices services;
    private final Runnable somethingIsOpen;

    /** @param somethingIsOpen called when a submission ended in silence and has to be asked about later */
    Submitting(VisitMachine machine, Capabilities capabilities, ResidentServices services, Runnable somethingIsOpen) {
        this.machine = machine;
        this.capabilities = capabilities;
        this.services = services;
        this.somethingIsOpen = somethingIsOpen;
    }

    void register() {
        machine.on(VisitState.FIELD, this::field);
        machine.on(VisitState.REVIEW, this::review);
        machine.on(VisitState.SUBMITTING, this::submit);
    }

    private void field() {
        Visit visit = machine.visit();
        if (visit.field >= visit.service.fields().size()) {
            machine.fire(VisitEvent.FIELDS_DONE);
        } else {
            visit.options = visit.performance.choices(visit.service.fields().get(visit.field));
        }
    }

    private void review() {
        if (machine.visit().service.fields().isEmpty()) {
            machine.fire(VisitEvent.NOTHING_TO_REVIEW);
        }
    }

    private void submit() {
        Visit visit = machine.visit();
        if (!capabilities.missingToPerform(visit.service).isEmpty()) {
            visit.problem = "problem.not-available";
            machine.fire(VisitEvent.NOT_DONE);
            return;
        }
        // a fresh one each time: one performance submits at most once, and the last may have been refused for want of a
        // link
        visit.performance = services.perform(visit.service, visit.person);
        machine.await(
                visit.performance
                        .submit(Map.copyOf(visit.chosen), visit.faceProof)
                        .exceptionally(defect -> null),
                this::ended);
        machine.later(machine.timers().submit(), () -> ended(null));
    }

    /** @param submission null when a defect below left us without one: then nobody knows, and that is what is shown */
    private void ended(Submission submission) {
        if (submission == null) {
            notKnown(null, null);
            return;
        }
        submission.match(this::done, this::notDone, unknown -> {
            machine.visit().slip = unknown.slip();
            return notKnown(unknown.transaction().id(), unknown);
        });
    }

    private Submission done(Submission.Done done) {
        Visit visit = machine.visit();
        visit.done = done;
        visit.transaction = done.transaction();
        visit.caseNumber = done.transaction().reference();
        machine.fire(VisitEvent.DONE);
        return done;
    }

    private Submission notDone(Why why) {
        machine.visit().problem = switch (why) {
            case PLATFORM_UNREACHABLE -> "problem.platform-unreachable";
            case REFUSED_BY_PLATFORM -> "problem.refused-by-platform";
            case TERMINAL_FAULT -> "problem.terminal-fault";
        };
        machine.fire(why == Why.PLATFORM_UNREACHABLE ? VisitEvent.NOT_DONE : VisitEvent.REFUSED);
        return null;
    }

    private Submission notKnown(String caseNumber, Submission unknown) {
        machine.visit().problem = "problem.submit-unknown";
        machine.visit().caseNumber = caseNumber;
        somethingIsOpen.run();
        machine.fire(VisitEvent.NOT_KNOWN);
        return unknown;
    }
}
