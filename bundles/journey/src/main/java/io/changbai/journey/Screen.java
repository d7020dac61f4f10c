package io.changbai.journey;

import java.util.List;
import java.util.Map;

/** One screen of the visit. Texts are message keys, or come from the catalogue by language. */
public sealed interface Screen {

    /**
     * A tile on attract and choose screens.
     *
     * @param works whether it can be performed now
     * @param reasons message keys of what is missing, for example {@code missing.DOCUMENT_PRINTER}
     */
    record Tile(String service, Map<String, Map<String, String>> texts, boolean works, List<String> reasons) {}

    /** Nobody here. */
    record Attract(List<Tile> tiles) implements Screen {}

    record Choose(List<Tile> tiles) implements Screen {}

    /** Who processes what, for what, how long. */
    record Notice(String service, Map<String, Map<String, String>> texts) implements Screen {}

    /**
     * Put a card or hold a code.
     *
     * @param ways names of {@code ClaimWay} that work now
     * @param problem message key of why the last try failed, or null
     * @param triesLeft before other ways are offered
     */
    record Identify(List<String> ways, String problem, int triesLeft) implements Screen {}

    /** "王*民 … is this you?" */
    record ConfirmPerson(String maskedName, String maskedNumber) implements Screen {}

    /** Separate consent for the face, with an equally large way to refuse. */
    record FaceConsent(String problem, int triesLeft) implements Screen {}

    /**
     * Look at the camera.
     *
     * @param hint message key of what would help the picture, for example {@code guide.CLOSER}, or null
     */
    record Capture(String hint) implements Screen {}

    /** One decision of the service. */
    record ChooseField(String service, String field, List<Option> options) implements Screen {
        public record Option(String value, Map<String, String> texts) {}
    }

    /** What will be done, to be confirmed. */
    record Review(String service, Map<String, Map<String, String>> texts, Map<String, String> lines)
            implements Screen {}

    /**
     * Something is in motion; nothing can be touched.
     *
     * @param step {@code identifying}, {@code verifying}, {@code submitting}, {@code printing-document} or {@code printing-receipt}
     */
    record Progress(String step) implements Screen {}

    /** A printer did not confirm: "did the paper come out?" */
    record PaperQuestion(String caseNumber) implements Screen {}

    /**
     * Take your card, then your paper.
     *
     * @param items in order: {@code card}, {@code document}, {@code receipt}
     * @param facts message keys and values, for example {@code fact.validUntil}
     */
    record Take(List<String> items, Map<String, String> facts) implements Screen {}

    /** Everything is wiped. */
    record End() implements Screen {}

    /**
     * A truthful end that is not the good one.
     *
     * @param problem message key, for example {@code problem.submit-unknown}
     * @param caseNumber to quote to staff, or null
     * @param canRetry whether trying again can help
     */
    record Problem(String problem, String caseNumber, boolean canRetry) implements Screen {}

    /**
     * The terminal serves nobody now.
     *
     * @param reasons message keys
     */
    record OutOfService(List<String> reasons) implements Screen {}
}
