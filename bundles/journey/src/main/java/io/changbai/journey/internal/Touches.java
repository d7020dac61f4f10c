package io.changbai.journey.internal;

import io.changbai.journey.Intent;
import io.changbai.journey.Screen.Tile;
import io.changbai.resident.services.ResidentService;
import io.changbai.resident.services.ResidentServices;
import java.util.Optional;
import java.util.Set;

/**
 * Turns what somebody touched into an event of the table. A touch for an older question, a value that was not offered and
 * a touch that does not fit the state are dropped.
 */
final class Touches {

    private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");

    private final VisitMachine machine;
    private final Capabilities capabilities;
    private final ResidentServices services;
    private final Printing printing;
    private final Ending ending;

    Touches(
            VisitMachine machine,
            Capabilities capabilities,
            ResidentServices services,
            Printing printing,
            Ending ending) {
        this.machine = machine;
        this.capabilities = capabilities;
        this.services = services;
        this.printing = printing;
        this.ending = ending;
    }

    void touched(Intent intent) {
        if (!machine.isCurrent(intent.revision())) {
            return;
        }
        if (machine.state().canBeLeft()) {
            machine.touch();
        }
        switch (intent.kind()) {
            case START -> machine.fire(VisitEvent.START);
            case CHOOSE_LANGUAGE -> chooseLanguage(intent.value());
            case CHOOSE_SERVICE -> chooseService(intent.value());
            case AGREE -> agree();
            case REFUSE -> refuse();
            case CHOOSE -> choose(intent.value());
            case RETRY -> machine.fire(VisitEvent.RETRY);
            case BACK -> back();
            case STILL_HERE -> machine.publish();
            case TAKEN -> taken();
            case PAPER_SEEN -> paperSeen(intent.value());
            case END -> machine.fire(VisitEvent.LEAVE);
        }
        machine.publish(); // a touch that moved nothing still took the warning away
    }

    private void chooseLanguage(String language) {
        if (!LANGUAGES.contains(language)) {
            return;
        }
        machine.visit().language = language;
        if (machine.state() == VisitState.ATTRACT || machine.state() == VisitState.OUT_OF_SERVICE) {
            machine.forgetLater();
        }
    }

    private void chooseService(String id) {
        if (machine.state() != VisitState.ATTRACT && machine.state() != VisitState.CHOOSE) {
            return;
        }
        boolean works = capabilities.tiles().stream()
                .filter(Tile::works)
                .anyMatch(tile -> tile.service().equals(id));
        Optional<ResidentService> service = services.catalogue().stream()
                .filter(known -> known.id().equals(id))
                .findFirst();
        if (works && service.isPresent()) {
            machine.visit().service = service.get();
            machine.fire(VisitEvent.SERVICE_CHOSEN);
        }
    }

    private void agree() {
        Visit visit = machine.visit();
        if (machine.state() != VisitState.CONFIRM_PERSON) {
            machine.fire(VisitEvent.AGREE);
        } else if (visit.service.forPensionersOnly() && !visit.person.pensioner()) {
            visit.problem = "problem.not-a-pensioner";
            machine.fire(VisitEvent.NOT_ELIGIBLE);
        } else {
            visit.performance = services.perform(visit.service, visit.person);
            visit.field = 0;
            machine.fire(VisitEvent.AGREE);
        }
    }

    private void refuse() {
        switch (machine.state()) {
            case CONFIRM_PERSON ->
                Beginning.failedToIdentify(
                        machine, "identify.NOT_ME", "problem.identify-other-ways", VisitEvent.REFUSE);
            case NOTICE -> refuse("problem.notice-refused");
            case FACE_CONSENT -> refuse("problem.face-refused");
            default -> machine.fire(VisitEvent.REFUSE);
        }
    }

    private void refuse(String problem) {
        machine.visit().problem = problem;
        machine.fire(VisitEvent.REFUSE);
    }

    private void choose(String value) {
        Visit visit = machine.visit();
        boolean offered = machine.state() == VisitState.FIELD
                && visit.options.stream().anyMatch(option -> option.value().equals(value));
        if (offered) {
            visit.chosen.put(visit.service.fields().get(visit.field), value);
            visit.field++;
            machine.fire(VisitEvent.CHOSEN);
        }
    }

    /** Back to the last field from all that follows it; what was chosen and verified stays. */
    private void back() {
        Visit visit = machine.visit();
        switch (machine.state()) {
            case FIELD, FACE_CONSENT, REVIEW -> {
                if (visit.field > 0) {
                    visit.field--;
                    machine.fire(VisitEvent.BACK);
                }
            }
            default -> machine.fire(VisitEvent.BACK);
        }
    }

    private void taken() {
        if (machine.state() == VisitState.TAKE) {
            ending.taken();
        }
    }

    private void paperSeen(String value) {
        if (machine.state() == VisitState.PAPER_QUESTION && (value.equals("yes") || value.equals("no"))) {
            printing.seen(value.equals("yes"));
        }
    }
}
