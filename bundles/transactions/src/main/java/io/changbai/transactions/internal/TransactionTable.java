package io.changbai.transactions.internal;

import static io.changbai.transactions.TransactionEvent.ABANDON;
import static io.changbai.transactions.TransactionEvent.CLOSE_WITHOUT_PAPER;
import static io.changbai.transactions.TransactionEvent.NOT_PRINTED;
import static io.changbai.transactions.TransactionEvent.PLATFORM_ACCEPTED;
import static io.changbai.transactions.TransactionEvent.PLATFORM_REJECTED;
import static io.changbai.transactions.TransactionEvent.PLATFORM_SILENT;
import static io.changbai.transactions.TransactionEvent.PRINT;
import static io.changbai.transactions.TransactionEvent.PRINTED;
import static io.changbai.transactions.TransactionEvent.PRINT_SILENT;
import static io.changbai.transactions.TransactionEvent.SEEN_NOT_PRINTED;
import static io.changbai.transactions.TransactionEvent.SEEN_PRINTED;
import static io.changbai.transactions.TransactionEvent.SUBMIT;
import static io.changbai.transactions.TransactionEvent.TAKEN;
import static io.changbai.transactions.TransactionState.ABANDONED;
import static io.changbai.transactions.TransactionState.ACCEPTED;
import static io.changbai.transactions.TransactionState.COMPLETE;
import static io.changbai.transactions.TransactionState.COMPLETE_NO_PAPER;
import static io.changbai.transactions.TransactionState.PRESENTED;
import static io.changbai.transactions.TransactionState.PRINTING;
import static io.changbai.transactions.TransactionState.PRINT_UNKNOWN;
import static io.changbai.transactions.TransactionState.REJECTED;
import static io.changbai.transactions.TransactionState.REVIEWED;
import static io.changbai.transactions.TransactionState.SUBMITTED;
import static io.changbai.transactions.TransactionState.SUBMIT_UNKNOWN;

import io.changbai.transactions.TransactionEvent;
import io.changbai.transactions.TransactionState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The one table of a transaction; {@link TransactionState} draws it. What is not here cannot happen. */
public final class TransactionTable {

    private static final Map<TransactionState, Map<TransactionEvent, TransactionState>> ARROWS =
            new EnumMap<>(TransactionState.class);

    static {
        arrow(REVIEWED, SUBMIT, SUBMITTED);
        arrow(REVIEWED, ABANDON, ABANDONED);

        arrow(SUBMITTED, PLATFORM_ACCEPTED, ACCEPTED);
        arrow(SUBMITTED, PLATFORM_REJECTED, REJECTED);
        arrow(SUBMITTED, PLATFORM_SILENT, SUBMIT_UNKNOWN);

        arrow(SUBMIT_UNKNOWN, PLATFORM_ACCEPTED, ACCEPTED);
        arrow(SUBMIT_UNKNOWN, PLATFORM_REJECTED, REJECTED);
        arrow(SUBMIT_UNKNOWN, CLOSE_WITHOUT_PAPER, COMPLETE_NO_PAPER);

        arrow(ACCEPTED, PRINT, PRINTING);
        arrow(ACCEPTED, CLOSE_WITHOUT_PAPER, COMPLETE_NO_PAPER);

        arrow(PRINTING, PRINTED, PRESENTED);
        arrow(PRINTING, NOT_PRINTED, COMPLETE_NO_PAPER);
        arrow(PRINTING, PRINT_SILENT, PRINT_UNKNOWN);

        arrow(PRINT_UNKNOWN, SEEN_PRINTED, COMPLETE);
        arrow(PRINT_UNKNOWN, SEEN_NOT_PRINTED, COMPLETE_NO_PAPER);
        arrow(PRINT_UNKNOWN, CLOSE_WITHOUT_PAPER, COMPLETE_NO_PAPER);

        arrow(PRESENTED, TAKEN, COMPLETE);
    }

    private TransactionTable() {}

    /** Where an event leads; empty when the table has no such arrow. */
    public static Optional<TransactionState> next(TransactionState from, TransactionEvent event) {
        return Optional.ofNullable(ARROWS.getOrDefault(from, Map.of()).get(event));
    }

    /** Where an event leads, for callers to whom a missing arrow is a defect. */
    public static TransactionState require(TransactionState from, TransactionEvent event) {
        return next(from, event).orElseThrow(() -> new IllegalStateException("no arrow " + event + " from " + from));
    }

    private static void arrow(TransactionState from, TransactionEvent event, TransactionState to) {
        ARROWS.computeIfAbsent(from, state -> new EnumMap<>(TransactionEvent.class))
                .put(event, to);
    }
}
