package io.changbai.transactions.internal;

import io.changbai.journal.Journal;
import io.changbai.journal.JournalHealth;
import io.changbai.journal.JournalRecord;
import io.changbai.journal.JournalUnavailableException;
import io.changbai.transactions.Transaction;
import io.changbai.transactions.TransactionEvent;
import io.changbai.transactions.TransactionRefusedException;
import io.changbai.transactions.TransactionState;
import io.changbai.transactions.Transactions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Transactions over the journal. A step counts when the journal has it; what memory holds is only what the journal said.
 * What was under way before the start is read once, before anything new is begun.
 */
@Component
public final class JournalledTransactions implements Transactions {

    private final Journal journal;
    private final JournalHealth health;
    private final Clock clock;

    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, Transaction> underWay = new LinkedHashMap<>();
    private final Map<String, Transaction> fromBefore = new LinkedHashMap<>();
    private boolean recovered;

    @Activate
    public JournalledTransactions(@Reference Journal journal, @Reference JournalHealth health) {
        this(journal, health, Clock.systemUTC());
    }

    JournalledTransactions(Journal journal, JournalHealth health, Clock clock) {
        this.journal = journal;
        this.health = health;
        this.clock = clock;
    }

    @Override
    public Transaction begin(String service) throws TransactionRefusedException {
        turn.lock();
        try {
            recover();
            Transaction first =
                    new Transaction(UUID.randomUUID().toString(), service, TransactionState.REVIEWED, 1, null);
            return write(first, null, null);
        } catch (JournalUnavailableException e) {
            throw new TransactionRefusedException("nothing can be begun: " + e.getMessage(), e);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public Transaction advance(Transaction transaction, TransactionEvent event, String reference)
            throws TransactionRefusedException {
        turn.lock();
        try {
            TransactionState next = TransactionTable.require(transaction.state(), event);
            recover();
            if (!transaction.equals(underWay.get(transaction.id()))) {
                throw new IllegalStateException(event + " for a transaction that is not under way at " + transaction);
            }
            Transaction step = new Transaction(
                    transaction.id(),
                    transaction.service(),
                    next,
                    transaction.step() + 1,
                    reference == null ? transaction.reference() : reference);
            return write(step, transaction.state(), event);
        } catch (JournalUnavailableException e) {
            throw new TransactionRefusedException(event + " could not be written: " + e.getMessage(), e);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public List<Transaction> unsettled() {
        turn.lock();
        try {
            recover();
            return List.copyOf(fromBefore.values());
        } catch (JournalUnavailableException e) {
            return List.of();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public boolean isAvailable() {
        return health.takesRecords();
    }

    private void recover() throws JournalUnavailableException {
        if (recovered) {
            return;
        }
        for (JournalRecord record : journal.open(TransactionFeed.NAME)) {
            Steps.transaction(record).ifPresent(found -> fromBefore.put(found.id(), found));
        }
        underWay.putAll(fromBefore);
        recovered = true;
    }

    private Transaction write(Transaction step, TransactionState previous, TransactionEvent cause)
            throws JournalUnavailableException {
        journal.append(Steps.record(step, previous, cause, clock.instant()));
        if (step.state().isSettled()) {
            underWay.remove(step.id());
            fromBefore.remove(step.id());
        } else {
            underWay.put(step.id(), step);
            fromBefore.computeIfPresent(step.id(), (id, older) -> step);
        }
        return step;
    }
}
