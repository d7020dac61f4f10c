package io.changbai.journey;

import java.util.Objects;

/**
 * What somebody at the screen wants.
 *
 * @param revision of the {@link VisitView} the person was looking at; an intent for an older screen is dropped, so that
 *     a double touch never answers the next question
 * @param value what was picked, or empty
 */
public record Intent(long revision, Kind kind, String value) {

    public Intent {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(value);
    }

    public enum Kind {
        /** Wake the attract screen. */
        START,
        /** value: {@code zh-CN} or {@code en}. Allowed on every screen. */
        CHOOSE_LANGUAGE,
        /** value: catalogue id. */
        CHOOSE_SERVICE,
        /** Notice read, consent given, review confirmed, person confirmed. */
        AGREE,
        /** Consent refused, or "that is not me". */
        REFUSE,
        /** value: a choice of the field on the screen. */
        CHOOSE,
        RETRY,
        BACK,
        /** "I am still here" under a time-out warning. */
        STILL_HERE,
        /** Paper and card are taken. */
        TAKEN,
        /** value: {@code yes} or {@code no}: did the paper come out? */
        PAPER_SEEN,
        /** End the visit now and wipe. Refused while something is in motion. */
        END
    }
}
