package io.changbai.journey.internal;

/** Where a visit is. {@link VisitTable} says how it goes on, {@link Screens} what is shown. */
enum VisitState {
    OUT_OF_SERVICE(Patience.NONE),
    ATTRACT(Patience.NONE),
    CHOOSE(Patience.NOBODY_KNOWN),
    NOTICE(Patience.NOBODY_KNOWN),
    IDENTIFY(Patience.NOBODY_KNOWN),
    /** A card or code was there; the platform is asked. */
    IDENTIFYING(Patience.IN_MOTION),
    CONFIRM_PERSON(Patience.PERSONAL),
    FIELD(Patience.PERSONAL),
    FACE_CONSENT(Patience.PERSONAL),
    CAPTURE(Patience.PERSONAL),
    /** A picture was taken; the platform is asked. */
    VERIFYING(Patience.IN_MOTION),
    REVIEW(Patience.PERSONAL),
    SUBMITTING(Patience.IN_MOTION),
    /** A problem after which nothing has happened and trying again can help. */
    NOT_SENT(Patience.PERSONAL),
    PRINTING_DOCUMENT(Patience.IN_MOTION),
    PRINTING_RECEIPT(Patience.IN_MOTION),
    /** The case number on paper, before a problem is shown. */
    PRINTING_SLIP(Patience.IN_MOTION),
    PAPER_QUESTION(Patience.PERSONAL),
    TAKE(Patience.PAPER),
    /** A problem that ends the visit. */
    STOPPED(Patience.PERSONAL),
    /** Wiped. */
    END(Patience.NONE),
    /** Wiped, and a card still lies in the slot: nobody else may start. */
    CARD_LEFT(Patience.NONE);

    /** How long a person may stand still, by kind. */
    enum Patience {
        /** No person, no time-out. */
        NONE,
        /** Something is in motion: no time-out, no touch, no end. */
        IN_MOTION,
        NOBODY_KNOWN,
        PERSONAL,
        PAPER
    }

    private final Patience patience;

    VisitState(Patience patience) {
        this.patience = patience;
    }

    Patience patience() {
        return patience;
    }

    /** Whether the visit ends here when the cabinet is opened: not while anything moves, nor before the paper is taken. */
    boolean canBeDisturbed() {
        return patience == Patience.NOBODY_KNOWN || patience == Patience.PERSONAL && this != PAPER_QUESTION;
    }

    boolean canBeLeft() {
        return patience != Patience.NONE && patience != Patience.IN_MOTION;
    }
}
