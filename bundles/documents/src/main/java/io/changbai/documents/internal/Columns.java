package io.changbai.documents.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Widths on a receipt. A printer in Chinese mode gives two columns to everything that takes two bytes, so to all but
 * ASCII; also to the middle dot in names.
 */
final class Columns {

    private Columns() {}

    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int codePoint) {
        return codePoint < 0x80 ? 1 : 2;
    }

    static String clean(String text) {
        return FontChain.visible(text);
    }

    /** Breaks a text: at least one line, none wider than {@code columns} (at least 2) */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (int codePoint : clean(text).codePoints().toArray()) {
            if (used + width(codePoint) > columns) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.appendCodePoint(codePoint);
            used += width(codePoint);
        }
        lines.add(line.toString());
        return lines;
    }
}
