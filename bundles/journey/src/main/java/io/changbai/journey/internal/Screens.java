package io.changbai.journey.internal;

import io.changbai.identity.Identity;
import io.changbai.journey.Screen;
import io.changbai.journey.Screen.Tile;
import io.changbai.resident.services.Performance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is shown in each state. Only looks; changes nothing. */
final class Screens {

    static final int TRIES = 3;

    private final Capabilities capabilities;
    private final Identity identity;

    Screens(Capabilities capabilities, Identity identity) {
        this.capabilities = capabilities;
        this.identity = identity;
    }

    Screen of(VisitState state, Visit visit) {
        return switch (state) {
            case OUT_OF_SERVICE -> outOfService();
            case ATTRACT -> new Screen.Attract(capabilities.tiles());
            case CHOOSE -> new Screen.Choose(capabilities.tiles());
            case NOTICE -> new Screen.Notice(visit.service.id(), visit.service.texts());
            case IDENTIFY -> identify(visit);
            case IDENTIFYING -> new Screen.Progress("identifying");
            case CONFIRM_PERSON -> new Screen.ConfirmPerson(visit.person.maskedName(), visit.person.maskedNumber());
            case FIELD -> field(visit);
            case FACE_CONSENT -> new Screen.FaceConsent(visit.faceProblem, TRIES - visit.faceTries);
            case CAPTURE -> new Screen.Capture(visit.faceHint);
            case VERIFYING -> new Screen.Progress("verifying");
            case REVIEW -> review(visit);
            case SUBMITTING -> new Screen.Progress("submitting");
            case PRINTING_DOCUMENT -> new Screen.Progress("printing-document");
            case PRINTING_RECEIPT, PRINTING_SLIP -> new Screen.Progress("printing-receipt");
            case PAPER_QUESTION -> new Screen.PaperQuestion(visit.caseNumber);
            case TAKE -> new Screen.Take(items(visit), facts(visit));
            case NOT_SENT -> new Screen.Problem(visit.problem, visit.caseNumber, true);
            case STOPPED -> new Screen.Problem(visit.problem, visit.caseNumber, false);
            case END -> new Screen.End();
            case CARD_LEFT -> new Screen.Take(List.of("card"), Map.of());
        };
    }

    private Screen outOfService() {
        List<Tile> tiles = capabilities.tiles();
        return new Screen.OutOfService(capabilities.reasonsOutOfService(tiles));
    }

    private Screen identify(Visit visit) {
        List<String> ways = identity.waysNow().stream().map(Enum::name).toList();
        return new Screen.Identify(ways, visit.identifyProblem, TRIES - visit.identifyTries);
    }

    private static Screen field(Visit visit) {
        List<Screen.ChooseField.Option> options = new ArrayList<>();
        for (Performance.Choice choice : visit.options) {
            options.add(new Screen.ChooseField.Option(choice.value(), choice.texts()));
        }
        return new Screen.ChooseField(
                visit.service.id(), visit.service.fields().get(visit.field), List.copyOf(options));
    }

    private static Screen review(Visit visit) {
        return new Screen.Review(
                visit.service.id(), visit.service.texts(), visit.performance.review(Map.copyOf(visit.chosen)));
    }

    /** Card first: people who have their paper walk away from their card. */
    private List<String> items(Visit visit) {
        List<String> items = new ArrayList<>();
        if (capabilities.cardPresent()) {
            items.add("card");
        }
        if (visit.documentPrinted && !visit.paperTaken) {
            items.add("document");
        }
        if (visit.receiptPrinted && !visit.paperTaken && !visit.receiptTaken) {
            items.add("receipt");
        }
        return List.copyOf(items);
    }

    private static Map<String, String> facts(Visit visit) {
        Map<String, String> facts = new LinkedHashMap<>(visit.done.facts());
        if (!visit.receiptPrinted) {
            facts.put("fact.receiptMissing", "");
        }
        return facts;
    }
}
