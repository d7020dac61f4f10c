package io.changbai.documents.internal;

/**
 * A piece of text drawn with one font.
 *
 * @param font place in the {@link FontChain}, or {@link FontChain#NONE}
 */
record FontRun(int font, String text) {
    @Override
    public String toString() {
        return "FontRun[" + font + "]";
    }
}
