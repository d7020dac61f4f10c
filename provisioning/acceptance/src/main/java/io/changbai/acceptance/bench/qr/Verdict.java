package io.changbai.acceptance.bench.qr;

/** What a reader made of one picture. */
enum Verdict {
    RIGHT,
    /** It shows a code, and none was read. */
    NOTHING,
    /** Another text than stands in it. */
    WRONG,
    /** A text was read where no code is. */
    FALSE,
    /** It shows no code, and none was read. */
    RIGHTLY_NOTHING;

    /** @param text what was read; empty for nothing */
    static Verdict of(String text, TestPicture picture) {
        if (!picture.hasCode()) {
            return text.isEmpty() ? RIGHTLY_NOTHING : FALSE;
        } else if (text.isEmpty()) {
            return NOTHING;
        }
        // an editor may have ended the .txt with a line break
        return text.equals(picture.expected()) || (text + "\n").equals(picture.expected()) ? RIGHT : WRONG;
    }
}
