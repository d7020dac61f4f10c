package io.changbai.identity;

import java.util.function.Function;

/** How a face verification ended. */
public sealed interface FaceResult {

    /**
     * It is the person.
     *
     * @param proof opaque, to be sent with the submission it allows
     */
    record Verified(String proof) implements FaceResult {}

    record NotVerified(Why why) implements FaceResult {}

    enum Why {
        MISMATCH,
        /** No usable picture. */
        NO_FACE,
        /** A picture, a screen, or too unsure to tell: not known to be a living face. */
        NOT_LIVE,
        CAMERA_FAILED,
        PLATFORM_SILENT,
        CANCELLED
    }

    default <T> T match(Function<String, T> verified, Function<Why, T> notVerified) {
        return this instanceof Verified v ? verified.apply(v.proof()) : notVerified.apply(((NotVerified) this).why());
    }
}
