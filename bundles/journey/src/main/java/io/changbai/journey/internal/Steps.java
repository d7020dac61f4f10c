package io.changbai.journey.internal;

import io.changbai.transactions.Transaction;
import io.changbai.transactions.TransactionEvent;
import io.changbai.transactions.TransactionRefusedException;
import io.changbai.transactions.TransactionState;
import io.changbai.transactions.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the transaction of the visit through its own table. */
final class Steps {

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final Transactions transactions;

    Steps(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Takes one step; false when it is not on disk: then what it announces must not happen. */
    boolean take(Visit visit, TransactionEvent event) {
        try {
            visit.transaction = transactions.advance(visit.transaction, event, null);
            return true;
        } catch (TransactionRefusedException e) {
            LOG.error("{} of transaction {} is not on disk: {}", event, visit.transaction.id(), e.getMessage());
            return false;
        }
    }

    /** Takes what a person saw; first makes up for the silence before it, should the disk have refused that step. */
    void seen(Visit visit, boolean printed) {
        boolean silent = visit.transaction.state() == TransactionState.PRINT_UNKNOWN
                || take(visit, TransactionEvent.PRINT_SILENT);
        if (silent) {
            take(visit, printed ? TransactionEvent.SEEN_PRINTED : TransactionEvent.SEEN_NOT_PRINTED);
        }
    }

    /** Closes what a visit leaves open at its end, without another effect outside. */
    void close(Visit visit) {
        Transaction transaction = visit.transaction;
        if (transaction == null) {
            return;
        }
        switch (transaction.state()) {
            case PRESENTED -> take(visit, TransactionEvent.TAKEN);
            case ACCEPTED, PRINT_UNKNOWN -> take(visit, TransactionEvent.CLOSE_WITHOUT_PAPER);
            case REVIEWED, SUBMITTED, SUBMIT_UNKNOWN, PRINTING ->
                LOG.warn("transaction {} stays {} until it is reconciled", transaction.id(), transaction.state());
            case COMPLETE, COMPLETE_NO_PAPER, REJECTED, ABANDONED -> LOG.debug("{} is settled", transaction.id());
        }
    }
}
