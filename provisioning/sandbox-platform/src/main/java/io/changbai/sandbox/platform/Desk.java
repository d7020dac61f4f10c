package io.changbai.sandbox.platform;

import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.Reply;
import io.changbai.platform.messages.core.CertificateIssued;
import io.changbai.platform.messages.core.CertifyPension;
import io.changbai.platform.messages.core.IssueCertificate;
import io.changbai.platform.messages.core.PensionCertified;
import io.changbai.sandbox.platform.Ledger.Entry;
import io.changbai.sandbox.platform.Ledger.State;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/** Does what changes something: issues and certifies, each idempotency key once. */
final class Desk {

    private static final ZoneId PROVINCE = ZoneId.of("Asia/Shanghai");
    private static final String ISSUER = "八九省社会保险事业管理中心";

    private final Handles people;
    private final Handles proofs;
    private final Ledger ledger;
    private final Documents documents;
    private final Clock clock;

    Desk(Handles people, Handles proofs, Ledger ledger, Documents documents, Clock clock) {
        this.people = people;
        this.proofs = proofs;
        this.ledger = ledger;
        this.documents = documents;
        this.clock = clock;
    }

    CoreReply issueCertificate(String terminal, byte[] body) throws MalformedBodyException, SQLException {
        IssueCertificate question = JsonCodec.read(body, IssueCertificate.class);
        return once(question.idempotencyKey(), terminal, numbers -> {
            Optional<Resident> person = proven(question.personId(), question.faceProof(), terminal);
            if (person.isEmpty()) {
                return rejected(terminal, "NOT_PROVEN");
            }
            Optional<YearMonth> from = month(question.fromMonth());
            Optional<YearMonth> to = month(question.toMonth());
            if (from.isEmpty() || to.isEmpty() || from.get().isAfter(to.get())) {
                return rejected(terminal, "NO_PERIOD");
            }
            Extract extract = Extract.of(person.get(), from.get(), to.get());
            if (extract.rows().isEmpty()) {
                return rejected(terminal, "NO_CONTRIBUTIONS");
            }
            return certificate(person.get(), from.get(), to.get(), extract, terminal, numbers);
        });
    }

    CoreReply certifyPension(String terminal, byte[] body) throws MalformedBodyException, SQLException {
        CertifyPension question = JsonCodec.read(body, CertifyPension.class);
        return once(question.idempotencyKey(), terminal, numbers -> {
            Optional<Resident> person = proven(question.personId(), question.faceProof(), terminal);
            if (person.isEmpty()) {
                return rejected(terminal, "NOT_PROVEN");
            }
            return person.get().pensioner()
                    ? certification(person.get(), terminal, numbers)
                    : rejected(terminal, "NO_PENSION");
        });
    }

    private CoreReply once(String key, String terminal, Ledger.Work work) throws SQLException {
        if (!CorePlatform.isKey(key)) {
            return CoreReply.badRequest("NO_KEY");
        }
        Entry entry = ledger.once(key, work);
        return entry.owner().equals(terminal)
                ? new CoreReply(entry.code(), entry.body())
                : CoreReply.badRequest("KEY_OF_ANOTHER_TERMINAL"); // its answer names a person
    }

    /** Whoever the handle stands for, if the face was theirs. */
    private Optional<Resident> proven(String personId, String faceProof, String terminal) {
        return people.person(personId, terminal)
                .filter(person -> proofs.person(faceProof, terminal)
                        .filter(person::equals)
                        .isPresent());
    }

    private Entry certificate(
            Resident person, YearMonth from, YearMonth to, Extract extract, String terminal, Ledger.Numbers numbers)
            throws SQLException {
        String number = number(Documents.CERTIFICATE, numbers);
        CertificateIssued issued = new CertificateIssued(
                number,
                documents.url(number),
                clock.instant().toString(),
                ISSUER,
                person.name(),
                person.number(),
                from.toString(),
                to.toString(),
                extract.rows(),
                extract.totalMonths());
        return new Entry(State.DONE, terminal, Reply.OK, JsonCodec.write(issued), number);
    }

    private Entry certification(Resident person, String terminal, Ledger.Numbers numbers) throws SQLException {
        String number = number(Documents.CERTIFICATION, numbers);
        PensionCertified certified = new PensionCertified(
                number,
                clock.instant().toString(),
                today().plusYears(1).toString(),
                documents.url(number),
                person.maskedName());
        return new Entry(State.DONE, terminal, Reply.OK, JsonCodec.write(certified), number);
    }

    private static Entry rejected(String terminal, String reason) {
        CoreReply refusal = CoreReply.badRequest(reason);
        return new Entry(State.REJECTED, terminal, refusal.code(), refusal.body(), null);
    }

    private String number(String kind, Ledger.Numbers numbers) throws SQLException {
        int year = today().getYear();
        return Documents.number(kind, year, numbers.next(kind + "-" + year));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PROVINCE);
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(String.valueOf(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
