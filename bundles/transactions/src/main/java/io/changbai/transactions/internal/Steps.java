package io.changbai.transactions.internal;

import io.changbai.journal.JournalRecord;
import io.changbai.journal.NewRecord;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.operations.TransactionRecord;
import io.changbai.transactions.Transaction;
import io.changbai.transactions.TransactionEvent;
import io.changbai.transactions.TransactionState;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps as journal records and back. */
final class Steps {

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private Steps() {}

    /**
     * @param previous the state left; null for the first step
     * @param cause null for the first step, which is written as {@code BEGIN}
     */
    static NewRecord record(Transaction step, TransactionState previous, TransactionEvent cause, Instant at) {
        TransactionRecord body = new TransactionRecord(
                step.id(),
                step.step(),
                step.service(),
                step.state().name(),
                previous == null ? null : previous.name(),
                cause == null ? "BEGIN" : cause.name(),
                step.reference(),
                at.toString());
        return new NewRecord(TransactionFeed.NAME, step.id(), step.state().isSettled(), JsonCodec.write(body));
    }

    /** Empty for a step this release cannot read; it stays in the journal and reaches the platform all the same. */
    static Optional<Transaction> transaction(JournalRecord record) {
        try {
            TransactionRecord body = JsonCodec.read(record.payload(), TransactionRecord.class);
            TransactionState state = TransactionState.valueOf(String.valueOf(body.state()));
            return Optional.of(
                    new Transaction(body.transactionId(), body.service(), state, body.step(), body.reference()));
        } catch (MalformedBodyException | IllegalArgumentException e) {
            LOG.error(
                    "Record {} of feed {} holds no step this release knows: {}",
                    record.sequence(),
                    record.feed(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
