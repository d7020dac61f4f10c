package io.changbai.resident.services;

import io.changbai.documents.Pages;
import io.changbai.documents.Receipt;
import io.changbai.transactions.Transaction;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What came of a submission. */
public sealed interface Submission {

    /**
     * Done at the platform.
     *
     * @param transaction in ACCEPTED
     * @param document to print on A4; empty for services without one, and when the platform has issued it but its content
     *     did not reach the terminal: then it is to be fetched elsewhere under the transaction's reference
     * @param receipt to print on the receipt printer
     * @param facts message keys and values for the last screen, for example {@code fact.validUntil}
     */
    record Done(Transaction transaction, Optional<Pages> document, Receipt receipt, Map<String, String> facts)
            implements Submission {
        @Override
        public String toString() {
            return "Done[" + transaction.id() + "]";
        }
    }

    /** The platform refused, or certainly never got it; nothing has happened. */
    record NotDone(Why why) implements Submission {}

    /**
     * Nobody knows yet.
     *
     * @param transaction not settled; its id is the case number on the screen
     * @param slip the case number on paper, for where a receipt can be printed
     */
    record NotKnown(Transaction transaction, Receipt slip) implements Submission {}

    enum Why {
        REFUSED_BY_PLATFORM,
        PLATFORM_UNREACHABLE,
        /** The journal takes no records. */
        TERMINAL_FAULT
    }

    default <T> T match(Function<Done, T> done, Function<Why, T> notDone, Function<NotKnown, T> notKnown) {
        if (this instanceof Done d) {
            return done.apply(d);
        } else if (this instanceof NotDone n) {
            return notDone.apply(n.why());
        }
        return notKnown.apply((NotKnown) this);
    }
}
