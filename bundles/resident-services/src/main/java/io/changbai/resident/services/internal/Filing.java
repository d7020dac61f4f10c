package io.changbai.resident.services.internal;

import io.changbai.documents.Pages;
import io.changbai.platform.link.Answer;
import io.changbai.platform.link.Platform;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.resident.services.Submission;
import io.changbai.resident.services.Submission.Why;
import io.changbai.resident.services.internal.Procedure.Case;
import io.changbai.resident.services.internal.Procedure.Issued;
import io.changbai.transactions.Transaction;
import io.changbai.transactions.TransactionEvent;
import io.changbai.transactions.TransactionRefusedException;
import io.changbai.transactions.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One submission, from its first durable step to what came of it. Every step is on disk before what it announces; silence
 * is asked about, never guessed.
 *
 * <pre>
 *   begin, SUBMIT on disk ──► asked ──► 200: ACCEPTED ──────────────────────────► Done
 *                               │  └──► 4xx, not sent: REJECTED ─────────────────► NotDone
 *                               └─ silence: SUBMIT_UNKNOWN ──► outcome asked 3 times
 *                                        ├─ DONE: asked again with the same key ─► Done
 *                                        ├─ REJECTED, NEVER_SEEN ────────────────► NotDone
 *                                        └─ still nothing ───────────────────────► NotKnown
 * </pre>
 *
 * Everything here runs on the thread {@code resident-services}.
 */
final class Filing {

    private static final Logger LOG = LoggerFactory.getLogger(Filing.class);

    private final Platform platform;
    private final Transactions transactions;
    private final Later thread;
    private final Clock clock;
    private final Patience patience;
    private final Procedure procedure;
    private final UnknownSlip slip;
    private final CompletableFuture<Submission> result = new CompletableFuture<>();
    private Case asked;
    private Instant silentSince;
    private int queries;

    Filing(
            Platform platform,
            Transactions transactions,
            Later thread,
            Clock clock,
            Patience patience,
            Procedure procedure,
            UnknownSlip slip) {
        this.platform = platform;
        this.transactions = transactions;
        this.thread = thread;
        this.clock = clock;
        this.patience = patience;
        this.procedure = procedure;
        this.slip = slip;
    }

    /** @param toCase what is asked, once there is a transaction */
    CompletableFuture<Submission> begin(String service, Function<Transaction, Case> toCase) {
        thread.execute(guarded(() -> {
            try {
                Transaction begun = transactions.begin(service);
                asked = toCase.apply(transactions.advance(begun, TransactionEvent.SUBMIT, null));
            } catch (TransactionRefusedException nothingMayBeSent) {
                LOG.warn("nothing is submitted: {}", nothingMayBeSent.getMessage());
                result.complete(new Submission.NotDone(Why.TERMINAL_FAULT));
                return;
            }
            platform.ask(procedure.question(asked), patience.submit())
                    .whenCompleteAsync(
                            (answer, defect) ->
                                    guarded(() -> answered(answer, defect)).run(),
                            thread);
        }));
        return result;
    }

    /** A defect of ours must not leave a person before a screen that never ends. */
    private Runnable guarded(Runnable step) {
        return () -> {
            try {
                step.run();
            } catch (RuntimeException defect) {
                LOG.error(
                        "a submission ends with a defect: {}", defect.getClass().getName());
                if (asked == null) {
                    result.complete(new Submission.NotDone(Why.TERMINAL_FAULT));
                } else {
                    giveUp();
                }
            }
        };
    }

    private void answered(Answer answer, Throwable defect) {
        if (defect != null) {
            silent();
            return;
        }
        answer.match(
                answered -> {
                    judge(answered);
                    return null;
                },
                () -> {
                    reject(Why.PLATFORM_UNREACHABLE);
                    return null;
                },
                () -> {
                    silent();
                    return null;
                });
    }

    private void judge(Answer.Answered answered) {
        Optional<Issued> issued = read(answered);
        if (issued.isPresent()) {
            accept(issued.get());
        } else if (answered.code() >= 400 && answered.code() < 500) {
            reject(Why.REFUSED_BY_PLATFORM);
        } else {
            silent(); // an error or an answer out of contract does not say whether it was done
        }
    }

    private Optional<Issued> read(Answer.Answered answered) {
        if (answered.code() != 200) {
            return Optional.empty();
        }
        try {
            return Optional.of(procedure.read(asked, answered.body()));
        } catch (MalformedBodyException e) {
            LOG.warn(
                    "the platform's answer to {} is not used: {}",
                    asked.transaction().service(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private void accept(Issued issued) {
        if (advance(TransactionEvent.PLATFORM_ACCEPTED, issued.reference())) {
            result.complete(new Submission.Done(asked.transaction(), pages(issued), issued.receipt(), issued.facts()));
        } else {
            giveUp(); // done outside, not on this disk: no page without its step
        }
    }

    /** Pages that cannot be laid out are a page not printed, not a certificate not issued. */
    private static Optional<Pages> pages(Issued issued) {
        try {
            return issued.document();
        } catch (RuntimeException e) {
            LOG.error("a document could not be laid out: {}", e.getClass().getName());
            return Optional.empty();
        }
    }

    private void reject(Why why) {
        advance(TransactionEvent.PLATFORM_REJECTED, null);
        result.complete(new Submission.NotDone(why));
    }

    private void silent() {
        if (!advance(TransactionEvent.PLATFORM_SILENT, null)) {
            giveUp();
            return;
        }
        silentSince = clock.instant();
        queryLater();
    }

    private void queryLater() {
        if (queries == patience.queries().size()) {
            giveUp();
            return;
        }
        Duration gone = Duration.between(silentSince, clock.instant());
        Duration rest = patience.queries().get(queries++).minus(gone);
        thread.after(rest.isNegative() ? Duration.ZERO : rest, guarded(this::query));
    }

    private void query() {
        platform.ask(OutcomeAnswer.question(asked.transaction().id()), patience.outcome())
                .thenApply(OutcomeAnswer::of)
                .exceptionally(defect -> new OutcomeAnswer(OutcomeAnswer.Kind.STILL_UNKNOWN, null))
                .thenAcceptAsync(outcome -> guarded(() -> learnt(outcome)).run(), thread);
    }

    private void learnt(OutcomeAnswer outcome) {
        switch (outcome.kind()) {
            case DONE -> fetch(outcome.reference());
            case REJECTED -> reject(Why.REFUSED_BY_PLATFORM);
            case NEVER_SEEN -> reject(Why.PLATFORM_UNREACHABLE);
            case STILL_UNKNOWN -> queryLater();
        }
    }

    /** It is done; the same key brings the same content, never a second certificate. */
    private void fetch(String reference) {
        platform.ask(procedure.question(asked), patience.submit())
                .thenApply(answer -> answer.match(this::read, Optional::<Issued>empty, Optional::<Issued>empty))
                .exceptionally(defect -> Optional.empty())
                .thenAcceptAsync(
                        issued -> guarded(() -> accept(issued.orElseGet(() -> procedure.numberOnly(asked, reference))))
                                .run(),
                        thread);
    }

    private void giveUp() {
        result.complete(new Submission.NotKnown(asked.transaction(), slip.of(asked)));
    }

    private boolean advance(TransactionEvent event, String reference) {
        try {
            Transaction next = transactions.advance(asked.transaction(), event, reference);
            asked = new Case(next, asked.person(), asked.faceProof(), asked.chosen(), asked.terminalId());
            return true;
        } catch (TransactionRefusedException e) {
            LOG.error(
                    "{} of transaction {} is not on disk: {}",
                    event,
                    asked.transaction().id(),
                    e.getMessage());
            return false;
        }
    }
}
