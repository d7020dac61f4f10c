package io.changbai.resident.services.internal;

import io.changbai.platform.link.Answer;
import io.changbai.platform.link.Question;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.MalformedBodyException;
import io.changbai.platform.messages.core.CoreApi;
import io.changbai.platform.messages.core.Outcome;
import io.changbai.platform.messages.core.OutcomeQuery;

/**
 * What became of a key, as far as the answer says.
 *
 * @param reference certificate or case number when DONE
 */
record OutcomeAnswer(Kind kind, String reference) {

    enum Kind {
        DONE,
        REJECTED,
        NEVER_SEEN,
        STILL_UNKNOWN
    }

    static Question question(String key) {
        return new Question(CoreApi.APP_ID, "GET", CoreApi.OUTCOME, new OutcomeQuery(key));
    }

    static OutcomeAnswer of(Answer answer) {
        return answer.match(OutcomeAnswer::read, OutcomeAnswer::unknown, OutcomeAnswer::unknown);
    }

    /** Anything but a clear word is no word: an error of the platform says nothing about the key. */
    private static OutcomeAnswer read(Answer.Answered answered) {
        if (answered.code() != 200) {
            return unknown();
        }
        try {
            Outcome outcome = JsonCodec.read(answered.body(), Outcome.class);
            return switch (String.valueOf(outcome.state())) {
                case "DONE" ->
                    outcome.reference() == null ? unknown() : new OutcomeAnswer(Kind.DONE, outcome.reference());
                case "REJECTED" -> new OutcomeAnswer(Kind.REJECTED, null);
                case "NEVER_SEEN" -> new OutcomeAnswer(Kind.NEVER_SEEN, null);
                default -> unknown();
            };
        } catch (MalformedBodyException notTheContract) {
            return unknown();
        }
    }

    private static OutcomeAnswer unknown() {
        return new OutcomeAnswer(Kind.STILL_UNKNOWN, null);
    }
}
