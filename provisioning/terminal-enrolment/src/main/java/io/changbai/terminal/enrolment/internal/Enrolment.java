package io.changbai.terminal.enrolment.internal;

import io.changbai.platform.messages.enrolment.EnrolmentAnswer;
import io.changbai.terminal.enrolment.Papers;
import io.changbai.terminal.enrolment.TerminalPapers.EnrolmentFault;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * One attempt after another to have papers. Each may be cut by a power failure anywhere and is simply repeated: the key is
 * on disk before the authority sees it, and the same code with the same key gets a certificate again.
 *
 * <pre>
 *   papers on disk, for this code ──► done
 *   key on disk for this code, else make one and store it ──► ask ──► check ──► store key and chain ──► papers.json ──► done
 * </pre>
 */
final class Enrolment {

    private static final Outcome NO_CODE = new Outcome.Stopped(
            Optional.empty(),
            Optional.of(
                    new EnrolmentFault(
                            "ENR-NO-CODE",
                            "This terminal is not enrolled: set url, code and authority.sha256 of changbai.terminal-enrolment.")));

    private final Settings settings;
    private final PaperStore store;
    private final Clock clock;
    private final AuthorityClient authority;

    Enrolment(Settings settings, PaperStore store, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        this.authority = new AuthorityClient(settings);
    }

    /** Ends a question under way, from another thread. */
    void abort() {
        authority.abort();
    }

    Outcome attempt() {
        Optional<StoredPapers> stored = Optional.empty();
        Optional<EnrolmentFault> unreadable = Optional.empty();
        try {
            stored = store.load().filter(this::isOfThisAuthority);
        } catch (EnrolmentException e) {
            unreadable = Optional.of(e.fault());
        }
        if (stored.isPresent()
                && (!settings.canAsk() || stored.get().codeDigest().equals(settings.codeDigest()))) {
            return new Outcome.Enrolled(stored.get().papers());
        }
        if (!settings.canAsk()) {
            return unreadable.isPresent() ? new Outcome.Stopped(Optional.empty(), unreadable) : NO_CODE;
        }
        return ask(stored.map(StoredPapers::papers));
    }

    private boolean isOfThisAuthority(StoredPapers stored) {
        return settings.authority().isEmpty() || stored.authority().equals(settings.authority());
    }

    private Outcome ask(Optional<Papers> old) {
        try {
            KeyAndChain request = store.keyFor(settings.codeDigest());
            EnrolmentAnswer answer = authority.enrol(CertificateRequest.pem(request));
            List<X509Certificate> chain = new AnswerCheck(settings, clock).check(answer, request);
            StoredPapers granted = new StoredPapers(
                    settings.codeDigest(),
                    settings.authority(),
                    answer.terminalId(),
                    answer.account(),
                    answer.site(),
                    URI.create(answer.broker()),
                    new KeyAndChain(request.key(), chain));
            store.save(granted);
            return new Outcome.Enrolled(granted.papers());
        } catch (EnrolmentException e) {
            return e.isFinal()
                    ? new Outcome.Stopped(old, Optional.of(e.fault()))
                    : new Outcome.Again(old, Optional.of(e.fault()));
        }
    }
}
