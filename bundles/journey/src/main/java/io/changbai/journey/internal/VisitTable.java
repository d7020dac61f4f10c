package io.changbai.journey.internal;

import static io.changbai.journey.internal.VisitEvent.*;
import static io.changbai.journey.internal.VisitState.*;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The one table of a visit. What is not here does not happen: an event without an arrow is dropped. Besides these arrows,
 * every state somebody can walk away from goes to END on LEAVE and on TIME_UP, every state in which no paper is on its way
 * goes to END on DISTURBED, and every state goes to END on DEFECT.
 */
final class VisitTable {

    private static final Map<VisitState, Map<VisitEvent, VisitState>> ARROWS = new EnumMap<>(VisitState.class);

    static {
        arrow(OUT_OF_SERVICE, SERVICE_BACK, ATTRACT);
        arrow(OUT_OF_SERVICE, TIME_UP, OUT_OF_SERVICE); // only forgets the language

        arrow(ATTRACT, START, CHOOSE);
        arrow(ATTRACT, SERVICE_CHOSEN, NOTICE);
        arrow(ATTRACT, SERVICE_LOST, OUT_OF_SERVICE);
        arrow(ATTRACT, TIME_UP, ATTRACT); // only forgets the language

        arrow(CHOOSE, SERVICE_CHOSEN, NOTICE);

        arrow(NOTICE, AGREE, IDENTIFY);
        arrow(NOTICE, REFUSE, STOPPED);
        arrow(NOTICE, BACK, CHOOSE);

        arrow(IDENTIFY, PRESENTED, IDENTIFYING);
        arrow(IDENTIFY, CLAIMED, CONFIRM_PERSON);
        arrow(IDENTIFY, NOT_CLAIMED, IDENTIFY);
        arrow(IDENTIFY, TRIES_SPENT, STOPPED);
        arrow(IDENTIFY, BACK, NOTICE);
        arrow(IDENTIFYING, CLAIMED, CONFIRM_PERSON);
        arrow(IDENTIFYING, NOT_CLAIMED, IDENTIFY);
        arrow(IDENTIFYING, TRIES_SPENT, STOPPED);

        arrow(CONFIRM_PERSON, AGREE, FIELD);
        arrow(CONFIRM_PERSON, REFUSE, IDENTIFY);
        arrow(CONFIRM_PERSON, TRIES_SPENT, STOPPED);
        arrow(CONFIRM_PERSON, NOT_ELIGIBLE, STOPPED);

        arrow(FIELD, CHOSEN, FIELD);
        arrow(FIELD, BACK, FIELD);
        arrow(FIELD, FIELDS_DONE, FACE_CONSENT);

        arrow(FACE_CONSENT, AGREE, CAPTURE);
        arrow(FACE_CONSENT, REFUSE, STOPPED);
        arrow(FACE_CONSENT, BACK, FIELD);
        arrow(FACE_CONSENT, VERIFIED, REVIEW); // back from review: not asked again

        arrow(CAPTURE, PRESENTED, VERIFYING);
        arrow(CAPTURE, VERIFIED, REVIEW);
        arrow(CAPTURE, NOT_VERIFIED, FACE_CONSENT);
        arrow(CAPTURE, TRIES_SPENT, STOPPED);
        arrow(CAPTURE, BACK, FACE_CONSENT);
        arrow(VERIFYING, VERIFIED, REVIEW);
        arrow(VERIFYING, NOT_VERIFIED, FACE_CONSENT);
        arrow(VERIFYING, TRIES_SPENT, STOPPED);

        arrow(REVIEW, AGREE, SUBMITTING);
        arrow(REVIEW, NOTHING_TO_REVIEW, SUBMITTING);
        arrow(REVIEW, BACK, FIELD);

        arrow(SUBMITTING, DONE, PRINTING_DOCUMENT);
        arrow(SUBMITTING, NOT_DONE, NOT_SENT);
        arrow(SUBMITTING, REFUSED, STOPPED);
        arrow(SUBMITTING, NOT_KNOWN, PRINTING_SLIP);
        arrow(NOT_SENT, RETRY, REVIEW);

        arrow(PRINTING_DOCUMENT, NO_DOCUMENT, PRINTING_RECEIPT);
        arrow(PRINTING_DOCUMENT, PRINTED, PRINTING_RECEIPT);
        arrow(PRINTING_DOCUMENT, NOT_PRINTED, PRINTING_SLIP);
        arrow(PRINTING_DOCUMENT, PAPER_UNKNOWN, PAPER_QUESTION);
        arrow(PRINTING_RECEIPT, RECEIPT_ENDED, TAKE);
        arrow(PRINTING_RECEIPT, PAPER_UNKNOWN, PAPER_QUESTION);
        arrow(PRINTING_SLIP, RECEIPT_ENDED, STOPPED);
        arrow(PAPER_QUESTION, SEEN, PRINTING_RECEIPT);
        arrow(PAPER_QUESTION, NOT_SEEN, PRINTING_SLIP);

        arrow(TAKE, TAKEN, END);
        arrow(STOPPED, AGREE, END);

        arrow(END, TIME_UP, ATTRACT);
        arrow(END, CARD_STAYS, CARD_LEFT);
        arrow(CARD_LEFT, CARD_GONE, END);

        for (VisitState state : VisitState.values()) {
            arrow(state, DEFECT, END);
            if (state.canBeLeft()) {
                arrow(state, LEAVE, END);
                arrow(state, TIME_UP, END);
            }
            if (state.canBeDisturbed()) {
                arrow(state, DISTURBED, END);
            }
        }
    }

    private VisitTable() {}

    static Optional<VisitState> next(VisitState from, VisitEvent event) {
        return Optional.ofNullable(ARROWS.get(from).get(event));
    }

    private static void arrow(VisitState from, VisitEvent event, VisitState to) {
        ARROWS.computeIfAbsent(from, state -> new EnumMap<>(VisitEvent.class)).put(event, to);
    }
}
