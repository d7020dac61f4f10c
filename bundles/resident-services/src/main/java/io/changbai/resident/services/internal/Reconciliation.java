package io.changbai.resident.services.internal;

import io.changbai.platform.link.Platform;
import io.changbai.transactions.Transaction;
import io.changbai.transactions.TransactionEvent;
import io.changbai.transactions.TransactionRefusedException;
import io.changbai.transactions.Transactions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles what a stop of the terminal, or a silence of the platform, left open. It asks and closes; it never prints: who
 * stands at the terminal now is not who stood there then.
 *
 * <pre>
 *   REVIEWED ──► ABANDONED                     SUBMITTED ──► SUBMIT_UNKNOWN ──► the platform is asked:
 *   ACCEPTED ──► COMPLETE_NO_PAPER               done ──► ACCEPTED ──► COMPLETE_NO_PAPER, its number kept
 *   PRINTING ──► PRINT_UNKNOWN                   rejected or never seen ──► REJECTED
 *            ──► COMPLETE_NO_PAPER               no word ──► stays, and is asked again
 *   PRESENTED ──► COMPLETE
 * </pre>
 */
final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final Platform platform;
    private final Transactions transactions;
    private final Duration deadline;
    private final Map<String, Transaction> silent = new ConcurrentHashMap<>();

    Reconciliation(Platform platform, Transactions transactions, Duration deadline) {
        this.platform = platform;
        this.transactions = transactions;
        this.deadline = deadline;
    }

    /** Takes over a transaction of this start of the application that ended in silence. */
    void takeOver(Transaction transaction) {
        silent.put(transaction.id(), transaction);
    }

    /** Settles what can be settled now, and returns how many are still open. */
    int settle() {
        Map<String, Transaction> open = new LinkedHashMap<>(silent);
        transactions.unsettled().forEach(transaction -> open.put(transaction.id(), transaction));
        int left = 0;
        for (Transaction transaction : open.values()) {
            if (!settle(transaction)) {
                left++;
            }
        }
        return left;
    }

    private boolean settle(Transaction found) {
        Transaction now = found;
        try {
            while (!now.state().isSettled()) {
                Optional<Step> step = next(now);
                if (step.isEmpty()) {
                    remember(now);
                    return false;
                }
                now = transactions.advance(now, step.get().event(), step.get().reference());
            }
            silent.remove(now.id());
            LOG.info("transaction {} is settled: {} to {}", now.id(), found.state(), now.state());
            return true;
        } catch (TransactionRefusedException e) {
            remember(now);
            LOG.warn("transaction {} stays {}: {}", now.id(), now.state(), e.getMessage());
            return false;
        }
    }

    private void remember(Transaction now) {
        silent.computeIfPresent(now.id(), (id, before) -> now);
    }

    private record Step(TransactionEvent event, String reference) {}

    private Optional<Step> next(Transaction transaction) {
        return switch (transaction.state()) {
            case REVIEWED -> step(TransactionEvent.ABANDON);
            case SUBMITTED -> step(TransactionEvent.PLATFORM_SILENT);
            case SUBMIT_UNKNOWN -> ask(transaction);
            case ACCEPTED, PRINT_UNKNOWN -> step(TransactionEvent.CLOSE_WITHOUT_PAPER);
            case PRINTING -> step(TransactionEvent.PRINT_SILENT);
            case PRESENTED -> step(TransactionEvent.TAKEN);
            case COMPLETE, COMPLETE_NO_PAPER, REJECTED, ABANDONED -> Optional.empty();
        };
    }

    private static Optional<Step> step(TransactionEvent event) {
        return Optional.of(new Step(event, null));
    }

    private Optional<Step> ask(Transaction transaction) {
        OutcomeAnswer outcome = outcome(transaction.id());
        return switch (outcome.kind()) {
            case DONE -> Optional.of(new Step(TransactionEvent.PLATFORM_ACCEPTED, outcome.reference()));
            case REJECTED, NEVER_SEEN -> step(TransactionEvent.PLATFORM_REJECTED);
            case STILL_UNKNOWN -> Optional.empty();
        };
    }

    private OutcomeAnswer outcome(String key) {
        try {
            return platform.ask(OutcomeAnswer.question(key), deadline)
                    .thenApply(OutcomeAnswer::of)
                    .toCompletableFuture()
                    .get(deadline.toMillis() + 2_000, TimeUnit.MILLISECONDS); // the link keeps the deadline itself
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("no word about transaction {}: {}", key, e.getClass().getSimpleName());
        }
        return new OutcomeAnswer(OutcomeAnswer.Kind.STILL_UNKNOWN, null);
    }
}
