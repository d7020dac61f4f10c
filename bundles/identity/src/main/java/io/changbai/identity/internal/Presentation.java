package io.changbai.identity.internal;

import io.changbai.identity.ClaimResult.Why;
import io.changbai.platform.messages.core.FindPerson;

/**
 * What one armed reader says in the end: a question to ask the platform, or why there is none.
 *
 * @param question null unless something was read
 * @param why null when something was read
 */
record Presentation(FindPerson question, Why why) {

    static Presentation read(FindPerson question) {
        return new Presentation(question, null);
    }

    static Presentation none(Why why) {
        return new Presentation(null, why);
    }

    boolean isRead() {
        return question != null;
    }

    /** A card or code was there, and it was not good enough. */
    boolean isRefused() {
        return why != null && !isQuiet();
    }

    /** Nothing was there: the reader waited in vain, was called off, or does not work. */
    private boolean isQuiet() {
        return why == Why.NOTHING_PRESENTED || why == Why.CANCELLED || why == Why.DEVICE_FAILED;
    }
}
