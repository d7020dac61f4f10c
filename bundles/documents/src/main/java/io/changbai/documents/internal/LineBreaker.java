package io.changbai.documents.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a paragraph into lines: between any two Chinese characters, never inside a word or a number that fits on a
 * line, never so that a line begins with closing punctuation or ends with an opening bracket.
 */
final class LineBreaker {

    private static final String NOT_FIRST = "，。、；：？！）》」』”’】〉％%,.;:!?)]}";
    private static final String NOT_LAST = "（《「『“‘【〈([{";
    private static final int MOST_PULLED_DOWN = 3;

    private final FontChain fonts;

    LineBreaker(FontChain fonts) {
        this.fonts = fonts;
    }

    /**
     * Breaks a paragraph.
     *
     * @param width of a line, in em
     * @param indent of the first line, in em
     * @return at least one line
     */
    List<String> lines(String paragraph, double width, double indent) {
        int[] text = FontChain.visible(paragraph).codePoints().toArray();
        List<String> lines = new ArrayList<>();
        int from = 0;
        do {
            int to = end(text, from, lines.isEmpty() ? width - indent : width);
            lines.add(new String(text, from, to - from).strip());
            from = to;
        } while (from < text.length);
        return lines;
    }

    private int end(int[] text, int from, double width) {
        double used = 0;
        int to = from;
        while (to < text.length) {
            used += fonts.advance(text[to]);
            if (used > width + 1e-6) {
                return to == from ? from + 1 : better(text, from, to);
            }
            to++;
        }
        return to;
    }

    private static int better(int[] text, int from, int full) {
        int to = wordStart(text, from, full);
        for (int i = 0; i < MOST_PULLED_DOWN && to - 1 > from && !mayBreak(text, to); i++) {
            to--;
        }
        return mayBreak(text, to) ? to : full;
    }

    private static int wordStart(int[] text, int from, int full) {
        int to = full;
        while (to > from && inWord(text[to]) && inWord(text[to - 1])) {
            to--;
        }
        return to == from ? full : to;
    }

    private static boolean mayBreak(int[] text, int at) {
        return NOT_FIRST.indexOf(text[at]) < 0 && NOT_LAST.indexOf(text[at - 1]) < 0;
    }

    private static boolean inWord(int c) {
        return c < 0x250 && (Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '/' || c == '*');
    }
}
