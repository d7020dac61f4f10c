package io.changbai.fleet.store;

import io.changbai.platform.messages.operations.TransactionRecord;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Transactions and their steps, as they arrive; steps may come out of order after a gap. */
final class TransactionRows {

    private final Handle handle;

    TransactionRows(Handle handle) {
        this.handle = handle;
    }

    void insert(String terminalId, TransactionRecord record, Instant at) {
        handle.createUpdate("INSERT INTO transaction_head (terminal_id, transaction_id, service, updated_at)"
                        + " VALUES (:terminal, :transaction, :service, :at) ON CONFLICT DO NOTHING")
                .bind("terminal", terminalId)
                .bind("transaction", record.transactionId())
                .bind("service", record.service())
                .bind("at", at)
                .execute();
        handle.createUpdate("UPDATE transaction_head SET updated_at = :at, reference = COALESCE(:reference, reference)"
                        + " WHERE terminal_id = :terminal AND transaction_id = :transaction")
                .bind("terminal", terminalId)
                .bind("transaction", record.transactionId())
                .bind("reference", record.reference())
                .bind("at", at)
                .execute();
        handle.createUpdate(
                        "INSERT INTO transaction_step (terminal_id, transaction_id, step, state, cause, happened_at)"
                                + " VALUES (:terminal, :transaction, :step, :state, :cause, :happened)"
                                + " ON CONFLICT DO NOTHING")
                .bind("terminal", terminalId)
                .bind("transaction", record.transactionId())
                .bind("step", record.step())
                .bind("state", record.state())
                .bind("cause", record.cause())
                .bind("happened", record.at())
                .execute();
    }
}
