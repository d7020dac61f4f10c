package io.changbai.receipt.printer.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Text on a grid of columns. In Chinese mode a printer gives one column to ASCII and two to everything else.
 */
final class PaperLine {

    private PaperLine() {}

    static int columns(int codePoint) {
        return codePoint < 0x80 ? 1 : 2;
    }

    static int columns(String text) {
        return text.codePoints().map(PaperLine::columns).sum();
    }

    /**
     * Leaves out what has no picture. A control byte in a name from a card would be a command to the printer.
     */
    static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(PaperLine::hasPicture).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Breaks a text: at least one line, none wider than {@code columns} (at least 2) */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (int codePoint : visible(text).codePoints().toArray()) {
            if (used + columns(codePoint) > columns) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.appendCodePoint(codePoint);
            used += columns(codePoint);
        }
        lines.add(line.toString());
        return lines;
    }

    private static boolean hasPicture(int codePoint) {
        int type = Character.getType(codePoint);
        boolean selector =
                (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE && !selector;
    }
}
