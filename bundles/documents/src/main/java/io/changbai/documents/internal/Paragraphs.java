package io.changbai.documents.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Running text over the full width: first lines indented by two characters, both edges straight. */
final class Paragraphs {

    private static final double INDENT = 2;
    private static final double MOST_STRETCH = 0.25;
    private static final double WIDTH = Sheet.RIGHT - Sheet.LEFT;

    private final FontChain fonts;
    private final double size;
    private final double leading;
    private final List<Line> lines = new ArrayList<>();

    private record Line(String text, boolean first, boolean last) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    /**
     * Breaks the texts into lines.
     *
     * @param size of a character, in points
     * @param leading from one base line to the next, in points
     */
    Paragraphs(FontChain fonts, List<String> texts, double size, double leading) {
        this.fonts = fonts;
        this.size = size;
        this.leading = leading;
        LineBreaker breaker = new LineBreaker(fonts);
        for (String text : texts) {
            List<String> broken = breaker.lines(text, WIDTH / size, INDENT);
            for (int i = 0; i < broken.size(); i++) {
                lines.add(new Line(broken.get(i), i == 0, i == broken.size() - 1));
            }
        }
    }

    double height() {
        return lines.size() * leading;
    }

    void draw(Sheet sheet) throws IOException {
        for (Line line : lines) {
            sheet.need(leading);
            double indent = line.first() ? INDENT * size : 0;
            sheet.page().text(Sheet.LEFT + indent, sheet.y(), style(line, WIDTH - indent), line.text());
            sheet.down(leading);
        }
    }

    /** Not stretched: the last line of a paragraph, and lines that would be torn apart. */
    private TextStyle style(Line line, double room) {
        int gaps = line.text().codePointCount(0, line.text().length()) - 1;
        double spacing = line.last() || gaps < 1 ? 0 : (room - fonts.width(line.text()) * size) / gaps;
        boolean fits = spacing > 0 && spacing < MOST_STRETCH * size;
        return TextStyle.ink(size).spaced(fits ? spacing : 0);
    }
}
