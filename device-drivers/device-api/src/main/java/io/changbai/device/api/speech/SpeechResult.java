package io.changbai.device.api.speech;

import io.changbai.device.api.DeviceFault;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a sentence ended. */
public sealed interface SpeechResult {

    /** To its last word. */
    record Spoken() implements SpeechResult {}

    /** Hushed, cancelled, overtaken by a newer sentence, or the headphones were pulled out. */
    record Interrupted() implements SpeechResult {}

    /** Not a sound was made. */
    record Refused(Why why) implements SpeechResult {}

    record Failed(DeviceFault fault) implements SpeechResult {}

    enum Why {
        /** No headphones, and the loudspeaker is off. */
        NOBODY_LISTENS,
        /** It tells of a person, and everybody would hear it. */
        PERSONAL,
        /** There is no voice for this language. */
        NO_VOICE,
        /** Empty, or longer than a sentence may be. */
        NOT_A_SENTENCE
    }

    /** One function per way to end, so that a forgotten one does not compile. */
    default <T> T match(
            Supplier<T> spoken, Supplier<T> interrupted, Function<Why, T> refused, Function<DeviceFault, T> failed) {
        if (this instanceof Spoken) {
            return spoken.get();
        } else if (this instanceof Interrupted) {
            return interrupted.get();
        } else if (this instanceof Refused r) {
            return refused.apply(r.why());
        }
        return failed.apply(((Failed) this).fault());
    }
}
