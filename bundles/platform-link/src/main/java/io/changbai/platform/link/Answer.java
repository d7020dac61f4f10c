package io.changbai.platform.link;

import java.util.function.Function;
import java.util.function.Supplier;

/** How a question ended. */
public sealed interface Answer {

    /**
     * The platform answered.
     *
     * @param code Kura's response code: 200, 400, 404 or 500
     * @param body JSON in UTF-8; empty when there is none
     */
    record Answered(int code, byte[] body) implements Answer {
        @Override
        public String toString() {
            return "Answered[" + code + ", " + body.length + " bytes]";
        }
    }

    /** It was not sent: there was no session. The platform certainly knows nothing of it. */
    record NotSent() implements Answer {}

    /** It may have been sent, and no answer came in time. The platform may or may not have acted. */
    record NoAnswer() implements Answer {}

    /** One function per way to end, so that a forgotten one does not compile. */
    default <T> T match(Function<Answered, T> answered, Supplier<T> notSent, Supplier<T> noAnswer) {
        if (this instanceof Answered a) {
            return answered.apply(a);
        } else if (this instanceof NotSent) {
            return notSent.get();
        }
        return noAnswer.get();
    }
}
