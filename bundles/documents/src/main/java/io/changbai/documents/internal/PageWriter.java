package io.changbai.documents.internal;

import java.awt.Color;
import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Draws text, lines and boxes on one page, in points from the lower left corner. */
final class PageWriter implements AutoCloseable {

    static final Color INK = new Color(0x1A, 0x1A, 0x1A);
    static final Color GREY = new Color(0x66, 0x66, 0x66);

    private static final double BOLD = 0.035;

    private final DocumentFonts fonts;
    private final PDPageContentStream content;

    PageWriter(DocumentFonts fonts, PDPage page) throws IOException {
        this.fonts = fonts;
        this.content = new PDPageContentStream(fonts.document(), page);
    }

    PDPageContentStream content() {
        return content;
    }

    double width(String text, double size) {
        return fonts.chain().width(text) * size;
    }

    void text(double x, double y, TextStyle style, String text) throws IOException {
        double at = x;
        for (FontRun run : fonts.chain().runs(text)) {
            if (run.font() == FontChain.NONE) {
                missing(at, y, style, run.text().codePointAt(0));
            } else {
                show(at, y, style, run);
            }
            at += width(run.text(), style.size())
                    + style.spacing() * run.text().codePointCount(0, run.text().length());
        }
    }

    void centred(double x, double y, TextStyle style, String text) throws IOException {
        int gaps = Math.max(0, text.codePointCount(0, text.length()) - 1);
        text(x - (width(text, style.size()) + gaps * style.spacing()) / 2, y, style, text);
    }

    void rightAligned(double x, double y, TextStyle style, String text) throws IOException {
        text(x - width(text, style.size()), y, style, text);
    }

    /** {@code style}, smaller when the text would not fit otherwise. */
    TextStyle within(double room, TextStyle style, String text) {
        double wide = width(text, 1);
        return wide * style.size() <= room ? style : style.sized(room / wide);
    }

    void line(double x1, double y1, double x2, double y2, double thickness, Color colour) throws IOException {
        content.setStrokingColor(colour);
        content.setLineWidth((float) thickness);
        content.moveTo((float) x1, (float) y1);
        content.lineTo((float) x2, (float) y2);
        content.stroke();
    }

    void frame(double x, double y, double width, double height, double thickness, Color colour) throws IOException {
        content.setStrokingColor(colour);
        content.setLineWidth((float) thickness);
        content.addRect((float) x, (float) y, (float) width, (float) height);
        content.stroke();
    }

    void fill(double x, double y, double width, double height, Color colour) throws IOException {
        content.setNonStrokingColor(colour);
        content.addRect((float) x, (float) y, (float) width, (float) height);
        content.fill();
    }

    private void show(double x, double y, TextStyle style, FontRun run) throws IOException {
        if (!fonts.draws(run)) {
            return;
        }
        content.beginText();
        content.setFont(fonts.get(run.font()), (float) style.size());
        content.setNonStrokingColor(style.colour());
        content.setCharacterSpacing((float) style.spacing());
        content.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        if (style.bold()) {
            content.setStrokingColor(style.colour());
            content.setLineWidth((float) (style.size() * BOLD));
        }
        content.newLineAtOffset((float) x, (float) y);
        content.showText(run.text());
        content.endText();
    }

    /** A frame with the character's code below: whoever reads the page sees that something is missing, and what. */
    private void missing(double x, double y, TextStyle style, int codePoint) throws IOException {
        double em = style.size();
        double middle = x + em * FontChain.MISSING_WIDTH / 2;
        frame(middle - em * 0.4, y + em * 0.08, em * 0.8, em * 0.76, em * 0.05, style.colour());
        TextStyle small = new TextStyle(em * 0.4, style.colour(), false, 0);
        centred(middle, y - em * 0.34, small, String.format(Locale.ROOT, "U+%04X", codePoint));
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
