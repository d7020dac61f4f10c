package io.changbai.transactions;

/**
 * Where a transaction stands (journey.md §4.2; the money states come with their issue).
 *
 * <pre>
 * REVIEWED → SUBMITTED → ACCEPTED → PRINTING → PRESENTED → COMPLETE
 *     │          │    ╲       │          ├──→ PRINT_UNKNOWN ──→ COMPLETE | COMPLETE_NO_PAPER   (a person looked; or nobody
 *     │          │     ╲      │          └──→ COMPLETE_NO_PAPER                                 can: closed, never reprinted)
 *     │          │      ╲     └──→ COMPLETE_NO_PAPER
 *     │          │       SUBMIT_UNKNOWN ──→ ACCEPTED | REJECTED | COMPLETE_NO_PAPER             (the platform was asked)
 *     │          └──→ REJECTED
 *     └──→ ABANDONED
 * </pre>
 */
public enum TransactionState {
    REVIEWED(false),
    SUBMITTED(false),
    SUBMIT_UNKNOWN(false),
    ACCEPTED(false),
    PRINTING(false),
    PRINT_UNKNOWN(false),
    PRESENTED(false),
    COMPLETE(true),
    COMPLETE_NO_PAPER(true),
    REJECTED(true),
    ABANDONED(true);

    private final boolean settled;

    TransactionState(boolean settled) {
        this.settled = settled;
    }

    /** True when nothing follows. */
    public boolean isSettled() {
        return settled;
    }
}
