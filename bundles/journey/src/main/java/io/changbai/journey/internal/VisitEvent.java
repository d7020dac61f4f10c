package io.changbai.journey.internal;

/** What moves a visit: what people touch, what rooms below answer, and time. */
enum VisitEvent {
    START,
    SERVICE_CHOSEN,
    AGREE,
    REFUSE,
    CHOSEN,
    RETRY,
    BACK,
    SEEN,
    NOT_SEEN,
    TAKEN,
    LEAVE,

    PRESENTED,
    CLAIMED,
    NOT_CLAIMED,
    NOT_ELIGIBLE,
    FIELDS_DONE,
    VERIFIED,
    NOT_VERIFIED,
    TRIES_SPENT,
    NOTHING_TO_REVIEW,
    DONE,
    NOT_DONE,
    REFUSED,
    NOT_KNOWN,
    NO_DOCUMENT,
    PRINTED,
    NOT_PRINTED,
    PAPER_UNKNOWN,
    RECEIPT_ENDED,

    CARD_STAYS,
    CARD_GONE,
    SERVICE_LOST,
    SERVICE_BACK,
    /** Somebody is inside the cabinet, or the power ends. */
    DISTURBED,
    TIME_UP,
    /** A defect of ours: the visit ends wiped. */
    DEFECT
}
