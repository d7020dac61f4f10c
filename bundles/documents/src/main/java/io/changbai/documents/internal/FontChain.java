package io.changbai.documents.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configured fonts in their order. Each character is drawn with the first font that has it. Maps and widths of all
 * are in memory, half a megabyte together.
 */
final class FontChain {

    /** The place of a character that no font has. */
    static final int NONE = -1;

    /** Width in em of the frame in place of a character that no font has; wide enough to read its code below. */
    static final double MISSING_WIDTH = 1.7;

    private static final Logger LOG = LoggerFactory.getLogger(FontChain.class);

    private final List<FontFile> fonts;

    private FontChain(List<FontFile> fonts) {
        this.fonts = fonts;
    }

    /** @throws IllegalStateException not one of the files can be used; the message names them */
    static FontChain open(List<Path> files) {
        List<FontFile> fonts = new ArrayList<>();
        for (Path file : files) {
            try {
                fonts.add(new FontFile(file));
            } catch (IOException e) {
                LOG.warn("font {} is skipped: {}", file, e.toString());
            }
        }
        if (fonts.isEmpty()) {
            throw new IllegalStateException("no document can be drawn: none of the configured fonts can be read: "
                    + files + " (Debian: fonts-lxgw-wenkai, fonts-wqy-zenhei, fonts-hanazono)");
        }
        return new FontChain(List.copyOf(fonts));
    }

    int size() {
        return fonts.size();
    }

    FontFile font(int index) {
        return fonts.get(index);
    }

    /** The first font that has the character, or {@link #NONE}. */
    int indexFor(int codePoint) {
        // What a private-use code means is agreed between two parties, not by a font: a font's picture of it may be a
        // telephone. Better an honest box.
        if (Character.getType(codePoint) == Character.PRIVATE_USE) {
            return NONE;
        }
        for (int i = 0; i < fonts.size(); i++) {
            if (fonts.get(i).has(codePoint)) {
                return i;
            }
        }
        return NONE;
    }

    boolean canDraw(String text) {
        return visible(text).codePoints().noneMatch(c -> indexFor(c) == NONE);
    }

    /** Width of a text in em. */
    double width(String text) {
        return visible(text).codePoints().mapToDouble(this::advance).sum();
    }

    double advance(int codePoint) {
        int font = indexFor(codePoint);
        return font == NONE ? MISSING_WIDTH : fonts.get(font).advance(codePoint);
    }

    /** Pieces of text that one font draws; each character no font has is a piece of its own. */
    List<FontRun> runs(String text) {
        List<FontRun> runs = new ArrayList<>();
        visible(text)
                .codePoints()
                .forEach(codePoint -> append(runs, indexFor(codePoint), Character.toString(codePoint)));
        return runs;
    }

    private static void append(List<FontRun> runs, int font, String character) {
        FontRun last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && font != NONE && last.font() == font) {
            runs.set(runs.size() - 1, new FontRun(font, last.text() + character));
        } else {
            runs.add(new FontRun(font, character));
        }
    }

    /**
     * Leaves out what has no picture and could only do harm on paper: controls, direction marks, variation selectors,
     * broken surrogates.
     */
    static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(FontChain::hasPicture).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean hasPicture(int codePoint) {
        int type = Character.getType(codePoint);
        boolean selector =
                (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE && !selector;
    }
}
