package io.changbai.device.api.speech;

import java.util.Objects;

/**
 * Something to be said.
 *
 * @param text plain, at most {@value #LONGEST} characters; in memory only while it is spoken
 * @param language {@code zh-CN}, {@code en} or {@code ko}
 * @param personal whether it tells of a person; then it is never said aloud, whatever is switched on
 */
public record Sentence(String text, String language, boolean personal) {

    public static final int LONGEST = 1_000;

    public Sentence {
        Objects.requireNonNull(text);
        Objects.requireNonNull(language);
    }

    /** Says nothing of the text but its length. */
    @Override
    public String toString() {
        return "Sentence[" + text.length() + " characters, " + language + (personal ? ", personal]" : "]");
    }
}
