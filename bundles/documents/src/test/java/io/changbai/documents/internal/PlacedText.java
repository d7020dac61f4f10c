package io.changbai.documents.internal;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * A text as one command of the page draws it, upright texts only: the letters in the ring of the seal may lie over others.
 *
 * @param x left edge, in points from the left
 * @param y base line, in points from the top
 * @param right edge
 * @param height of a capital letter
 */
record PlacedText(String text, double x, double y, double right, double height) {

    /** Everything on a page, in the order in which it is drawn. */
    static List<PlacedText> of(PDDocument pdf, int page) throws IOException {
        Collector collector = new Collector();
        collector.setStartPage(page);
        collector.setEndPage(page);
        collector.writeText(pdf, Writer.nullWriter());
        collector.end();
        return collector.found;
    }

    static PlacedText find(List<PlacedText> texts, String beginning) {
        return texts.stream()
                .filter(text -> text.text.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(beginning + " is not on the page"));
    }

    static PlacedText findExactly(List<PlacedText> texts, String whole) {
        return texts.stream()
                .filter(text -> text.text.equals(whole))
                .findFirst()
                .orElseThrow(() -> new AssertionError(whole + " does not stand alone on the page"));
    }

    boolean isAbove(PlacedText other) {
        return y < other.y - other.height;
    }

    boolean overlaps(PlacedText other) {
        return x < other.right - 0.5
                && other.x < right - 0.5
                && y - height < other.y - 0.5
                && other.y - other.height < y - 0.5;
    }

    /** True when some of it lies in the circle. */
    boolean isWithin(double centreX, double centreY, double radius) {
        double nearX = Math.max(x, Math.min(centreX, right));
        double nearY = Math.max(y - height, Math.min(centreY, y));
        return Math.hypot(nearX - centreX, nearY - centreY) < radius;
    }

    private static final class Collector extends PDFTextStripper {
        private final List<PlacedText> found = new ArrayList<>();
        private PlacedText open;

        @Override
        protected void processTextPosition(TextPosition letter) {
            if (letter.getDir() != 0) {
                return;
            }
            PlacedText placed = new PlacedText(
                    letter.getUnicode(),
                    letter.getXDirAdj(),
                    letter.getYDirAdj(),
                    letter.getXDirAdj() + letter.getWidthDirAdj(),
                    letter.getFontSizeInPt() * 0.7);
            if (open != null && continues(placed)) {
                open = new PlacedText(open.text + placed.text, open.x, open.y, placed.right, open.height);
            } else {
                end();
                open = placed;
            }
        }

        private boolean continues(PlacedText next) {
            return Math.abs(open.y - next.y) < 0.1 && next.x >= open.right - 0.5 && next.x < open.right + 4;
        }

        private void end() {
            if (open != null) {
                found.add(open);
                open = null;
            }
        }
    }
}
