package io.changbai.transactions;

import java.util.List;

/** Begins and advances transactions. A step is on disk when its call returns; only then may the outside effect begin. */
public interface Transactions {

    /**
     * Begins a transaction in {@link TransactionState#REVIEWED}.
     *
     * @param service catalogue id
     * @throws TransactionRefusedException it could not be written; nothing may be done outside
     */
    Transaction begin(String service) throws TransactionRefusedException;

    /**
     * Takes one step of the table.
     *
     * @param reference certificate or case number when this event brings one; null otherwise
     * @throws TransactionRefusedException it could not be written; the outside effect must not begin
     * @throws IllegalStateException the table has no such arrow, or {@code transaction} is not its newest step: a defect
     */
    Transaction advance(Transaction transaction, TransactionEvent event, String reference)
            throws TransactionRefusedException;

    /**
     * Transactions that were under way when the terminal stopped, oldest first. Empty once reconciled, and while the journal
     * cannot be read; then {@link #isAvailable} is false, and who reconciles asks again when it is true. The first call reads
     * from the disk.
     */
    List<Transaction> unsettled();

    /** Whether a transaction can be begun now: the journal takes records. */
    boolean isAvailable();
}
