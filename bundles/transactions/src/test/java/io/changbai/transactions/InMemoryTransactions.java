package io.changbai.transactions;

import io.changbai.transactions.internal.TransactionTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Transactions kept in memory, over the real table, for tests of the rooms above. */
public final class InMemoryTransactions implements Transactions {

    private final Map<String, Transaction> unsettled = new LinkedHashMap<>();
    private final List<Transaction> steps = new ArrayList<>();
    private int stepsUntilRefusal = Integer.MAX_VALUE;
    private boolean refusing;

    /** Refuses every step from now on (true), or takes them again (false). */
    public synchronized InMemoryTransactions refusing(boolean yes) {
        refusing = yes;
        stepsUntilRefusal = Integer.MAX_VALUE;
        return this;
    }

    /** Takes {@code count} more steps (begin counts) and refuses everything later, until {@code refusing(false)}. */
    public synchronized InMemoryTransactions refuseAfter(int count) {
        stepsUntilRefusal = count;
        return this;
    }

    /** Puts in what a terminal finds at its start. */
    public synchronized InMemoryTransactions leftOver(Transaction transaction) {
        unsettled.put(transaction.id(), transaction);
        return this;
    }

    /** Every step taken, oldest first. */
    public synchronized List<Transaction> steps() {
        return List.copyOf(steps);
    }

    /** The states one transaction went through, oldest first. */
    public synchronized List<TransactionState> path(String id) {
        return steps.stream()
                .filter(step -> step.id().equals(id))
                .map(Transaction::state)
                .toList();
    }

    @Override
    public synchronized Transaction begin(String service) throws TransactionRefusedException {
        check();
        return take(new Transaction(UUID.randomUUID().toString(), service, TransactionState.REVIEWED, 1, null));
    }

    @Override
    public synchronized Transaction advance(Transaction transaction, TransactionEvent event, String reference)
            throws TransactionRefusedException {
        TransactionState next = TransactionTable.require(transaction.state(), event);
        check();
        return take(new Transaction(
                transaction.id(),
                transaction.service(),
                next,
                transaction.step() + 1,
                reference == null ? transaction.reference() : reference));
    }

    @Override
    public synchronized List<Transaction> unsettled() {
        return List.copyOf(unsettled.values());
    }

    @Override
    public synchronized boolean isAvailable() {
        return !refusing && stepsUntilRefusal > 0;
    }

    private Transaction take(Transaction step) {
        steps.add(step);
        if (step.state().isSettled()) {
            unsettled.remove(step.id());
        } else {
            unsettled.computeIfPresent(step.id(), (id, older) -> step);
        }
        return step;
    }

    private void check() throws TransactionRefusedException {
        if (stepsUntilRefusal-- <= 0) {
            refusing = true;
        }
        if (refusing) {
            throw new TransactionRefusedException("the test refuses", null);
        }
    }
}
