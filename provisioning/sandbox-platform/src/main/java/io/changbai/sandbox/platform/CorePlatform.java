package io.changbai.sandbox.platform;

import static io.changbai.platform.messages.core.CoreApi.CERTIFY_PENSION;
import static io.changbai.platform.messages.core.CoreApi.FIND_PERSON;
import static io.changbai.platform.messages.core.CoreApi.ISSUE_CERTIFICATE;
import static io.changbai.platform.messages.core.CoreApi.OUTCOME;
import static io.changbai.platform.messages.core.CoreApi.VERIFY_DOCUMENT;
import static io.changbai.platform.messages.core.CoreApi.VERIFY_FACE;

import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.Reply;
import io.changbai.platform.messages.core.FaceVerdict;
import io.changbai.platform.messages.core.FindPerson;
import io.changbai.platform.messages.core.Outcome;
import io.changbai.platform.messages.core.OutcomeQuery;
import io.changbai.platform.messages.core.PersonFound;
import io.changbai.platform.messages.core.VerifyDocument;
import io.changbai.platform.messages.core.VerifyFace;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers CORE-V1 as the province's core platform would. Safe for any thread. */
final class CorePlatform {

    private static final Logger LOG = LoggerFactory.getLogger(CorePlatform.class);
    private static final int LONGEST_KEY = 100;

    private interface Resource {
        CoreReply answer(String terminal, byte[] body) throws MalformedBodyException, SQLException;
    }

    private record Route(String method, Resource resource) {}

    private final Map<String, Route> routes;
    private final Province province;
    private final Handles people;
    private final Handles proofs;
    private final FaceJudge judge = new FaceJudge();
    private final Ledger ledger;
    private final Documents documents;

    CorePlatform(Province province, Handles people, Handles proofs, Ledger ledger, Documents documents, Desk desk) {
        this.province = province;
        this.people = people;
        this.proofs = proofs;
        this.ledger = ledger;
        this.documents = documents;
        this.routes = Map.of(
                FIND_PERSON, new Route("EXEC", this::find),
                VERIFY_FACE, new Route("EXEC", this::verifyFace),
                ISSUE_CERTIFICATE, new Route("EXEC", desk::issueCertificate),
                CERTIFY_PENSION, new Route("EXEC", desk::certifyPension),
                OUTCOME, new Route("GET", this::outcome),
                VERIFY_DOCUMENT, new Route("GET", this::verifyDocument));
    }

    /** @param terminal client id the broker vouches for */
    CoreReply answer(String terminal, String method, String resource, byte[] body) {
        Route route = routes.get(resource);
        if (route == null) {
            return CoreReply.refused(Reply.NOT_FOUND, "NO_SUCH_RESOURCE");
        }
        if (!route.method().equals(method)) {
            return CoreReply.badRequest("WRONG_METHOD");
        }
        try {
            return route.resource().answer(terminal, body);
        } catch (MalformedBodyException e) {
            return CoreReply.badRequest("MALFORMED");
        } catch (SQLException e) {
            LOG.error("The ledger failed at {}: {}", resource, e.getMessage());
            return CoreReply.refused(Reply.FAILED, "LEDGER");
        }
    }

    private CoreReply find(String terminal, byte[] body) throws MalformedBodyException {
        FindPerson claim = JsonCodec.read(body, FindPerson.class);
        return province.find(claim)
                .map(person -> CoreReply.ok(found(person, terminal)))
                .orElseGet(() -> CoreReply.refused(Reply.NOT_FOUND, "NOBODY_KNOWN"));
    }

    private PersonFound found(Resident person, String terminal) {
        return new PersonFound(
                people.give(person, terminal),
                person.maskedName(),
                CitizenNumber.masked(person.number()),
                person.insurances(),
                person.earliest().map(YearMonth::toString).orElse(null),
                person.latest().map(YearMonth::toString).orElse(null),
                person.pensioner());
    }

    private CoreReply verifyFace(String terminal, byte[] body) throws MalformedBodyException {
        VerifyFace question = JsonCodec.read(body, VerifyFace.class);
        if (question.jpeg() == null
                || question.consentId() == null
                || question.consentId().isBlank()) {
            return CoreReply.badRequest(question.jpeg() == null ? "NO_PICTURE" : "NO_CONSENT");
        }
        Optional<Resident> person = people.person(question.personId(), terminal);
        if (person.isEmpty()) {
            return CoreReply.refused(Reply.NOT_FOUND, "PERSON_UNKNOWN");
        }
        Optional<String> seen = judge.keyIn(question.jpeg());
        if (seen.isEmpty()) {
            return CoreReply.ok(new FaceVerdict("UNUSABLE", null));
        }
        boolean match = seen.get().equals(person.get().key());
        return CoreReply.ok(
                match
                        ? new FaceVerdict("MATCH", proofs.give(person.get(), terminal))
                        : new FaceVerdict("MISMATCH", null));
    }

    /** A key nobody sent yet is closed by the question: the terminal will tell the resident that nothing was done. */
    private CoreReply outcome(String terminal, byte[] body) throws MalformedBodyException, SQLException {
        String key = JsonCodec.read(body, OutcomeQuery.class).idempotencyKey();
        if (!isKey(key)) {
            return CoreReply.badRequest("NO_KEY");
        }
        Ledger.Entry closed = new Ledger.Entry(
                Ledger.State.CLOSED,
                terminal,
                Reply.BAD_REQUEST,
                CoreReply.badRequest("KEY_CLOSED").body(),
                null);
        Ledger.Entry entry = ledger.once(key, numbers -> closed);
        if (!entry.owner().equals(terminal)) {
            return CoreReply.badRequest("KEY_OF_ANOTHER_TERMINAL");
        }
        return CoreReply.ok(
                switch (entry.state()) {
                    case DONE -> new Outcome("DONE", entry.reference());
                    case REJECTED -> new Outcome("REJECTED", null);
                    case CLOSED -> new Outcome("NEVER_SEEN", null);
                });
    }

    private CoreReply verifyDocument(String terminal, byte[] body) throws MalformedBodyException, SQLException {
        return CoreReply.ok(
                documents.verdict(JsonCodec.read(body, VerifyDocument.class).verifyUrl()));
    }

    static boolean isKey(String key) {
        return key != null && !key.isBlank() && key.length() <= LONGEST_KEY;
    }
}
