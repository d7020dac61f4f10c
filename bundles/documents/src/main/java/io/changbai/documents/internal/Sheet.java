package io.changbai.documents.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The pages of one document while they are filled from top to bottom. All stay open to the end, as a footer names the
 * number of pages.
 */
final class Sheet implements AutoCloseable {

    static final double WIDTH = PDRectangle.A4.getWidth();
    static final double HEIGHT = PDRectangle.A4.getHeight();
    static final double LEFT = 62;
    static final double RIGHT = WIDTH - 62;
    static final double TOP = HEIGHT - 84;
    static final double BOTTOM = 88;

    /** Draws what stands on every page but the first, above the body. */
    @FunctionalInterface
    interface Heading {
        void draw(PageWriter page) throws IOException;
    }

    private final DocumentFonts fonts;
    private final Heading heading;
    private final List<PageWriter> pages = new ArrayList<>();
    private double y;

    Sheet(DocumentFonts fonts, Heading heading) throws IOException {
        this.fonts = fonts;
        this.heading = heading;
        turn();
    }

    PageWriter page() {
        return pages.get(pages.size() - 1);
    }

    List<PageWriter> pages() {
        return List.copyOf(pages);
    }

    double y() {
        return y;
    }

    void down(double points) {
        y -= points;
    }

    boolean hasRoom(double points) {
        return y - points >= BOTTOM;
    }

    /** Goes on on a new page unless {@code points} still fit. */
    void need(double points) throws IOException {
        if (!hasRoom(points)) {
            turn();
        }
    }

    void turn() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        fonts.document().addPage(page);
        pages.add(new PageWriter(fonts, page));
        if (pages.size() > 1) {
            heading.draw(page());
        }
        y = TOP;
    }

    @Override
    public void close() throws IOException {
        for (PageWriter page : pages) {
            page.close();
        }
    }
}
