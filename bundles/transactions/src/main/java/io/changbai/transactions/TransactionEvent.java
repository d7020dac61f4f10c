package io.changbai.transactions;

/** What moves a transaction. */
public enum TransactionEvent {
    /** About to send the submission. */
    SUBMIT,
    /** The platform has done it. */
    PLATFORM_ACCEPTED,
    /** The platform refused, or certainly never got it. */
    PLATFORM_REJECTED,
    /** No answer within the deadline. */
    PLATFORM_SILENT,
    /** About to send the first byte to a printer. */
    PRINT,
    /** The printer confirmed everything. */
    PRINTED,
    /** The printer certainly printed nothing. */
    NOT_PRINTED,
    /** The printer did not confirm. */
    PRINT_SILENT,
    /** The resident has the paper, or the visit ended with it in the outlet and staff informed. */
    TAKEN,
    /** A person looked and says the paper is there. */
    SEEN_PRINTED,
    /** A person looked and says there is no paper. */
    SEEN_NOT_PRINTED,
    /** No paper is to be printed; the reference number is what the resident takes home. */
    CLOSE_WITHOUT_PAPER,
    /** The resident left before anything was sent. */
    ABANDON
}
