package io.changbai.documents.internal;

import io.changbai.documents.Certificate;
import io.changbai.documents.Pages;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The look of an A4 certificate: framed page, title over a double rule, statement, table, then what {@link
 * ClosingBlock} draws; number, terminal, job and page at the foot of every page.
 */
final class CertificateLayout {

    private static final Color ACCENT = new Color(0xA8, 0x1C, 0x24);
    private static final Color FRAME = new Color(0x8C, 0x7A, 0x5B);
    private static final double CENTRE = Sheet.WIDTH / 2;
    private static final double WIDTH = Sheet.RIGHT - Sheet.LEFT;
    private static final double BODY = 12.5;
    private static final double LEADING = 23;
    private static final double FOOT_RULE = 68;
    private static final double FOOT_FIRST = 56;
    private static final double FOOT_SECOND = 43;

    private final Certificate certificate;
    private final FontChain chain;

    CertificateLayout(Certificate certificate, FontChain chain) {
        this.certificate = certificate;
        this.chain = chain;
    }

    Pages draw() throws IOException {
        try (PDDocument unseen = new PDDocument();
                PDDocument document = new PDDocument()) {
            DocumentFonts fonts = DocumentFonts.learning(unseen, chain);
            pages(fonts);
            // The file's ID is made from this instead of the time: same content, same bytes.
            document.setDocumentId(0L);
            int count = pages(fonts.drawingIn(document));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 << 10);
            document.save(bytes);
            return new Pages(bytes.toByteArray(), count);
        }
    }

    private int pages(DocumentFonts fonts) throws IOException {
        try (Sheet sheet = new Sheet(fonts, this::runningTitle)) {
            title(sheet);
            statement(sheet);
            tableAndClosing(sheet);
            footers(sheet.pages());
            return sheet.pages().size();
        }
    }

    private void title(Sheet sheet) throws IOException {
        PageWriter page = sheet.page();
        double size = Math.min(25, WIDTH / (chain.width(certificate.title()) + 1));
        sheet.down(18);
        page.centred(CENTRE, sheet.y(), TextStyle.ink(size).bolder().spaced(size * 0.08), certificate.title());
        sheet.down(20);
        page.line(Sheet.LEFT, sheet.y(), Sheet.RIGHT, sheet.y(), 1.8, ACCENT);
        page.line(Sheet.LEFT, sheet.y() - 3, Sheet.RIGHT, sheet.y() - 3, 0.5, ACCENT);
        sheet.down(20);
        number(page, sheet.y(), WIDTH);
        sheet.down(30);
    }

    private void runningTitle(PageWriter page) throws IOException {
        double y = Sheet.TOP + 20;
        String title = certificate.title() + "（续）";
        page.text(Sheet.LEFT, y, page.within(WIDTH / 2, TextStyle.grey(10), title), title);
        number(page, y, WIDTH / 2 - 10);
        page.line(Sheet.LEFT, y - 7, Sheet.RIGHT, y - 7, 0.5, ACCENT);
    }

    private void number(PageWriter page, double y, double room) throws IOException {
        String text = "编号：" + certificate.number();
        page.rightAligned(Sheet.RIGHT, y, page.within(room, TextStyle.grey(10), text), text);
    }

    private void statement(Sheet sheet) throws IOException {
        Paragraphs paragraphs = new Paragraphs(chain, certificate.statement(), BODY, LEADING);
        paragraphs.draw(sheet);
        sheet.down(2);
    }

    private void tableAndClosing(Sheet sheet) throws IOException {
        ClosingBlock closing = new ClosingBlock(certificate, chain);
        if (!certificate.header().isEmpty()) {
            new TableBlock(sheet, chain, certificate.header(), certificate.rows())
                    .draw(certificate.rows(), closing.height());
        }
        closing.draw(sheet);
    }

    private void footers(List<PageWriter> pages) throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            PageWriter page = pages.get(i);
            page.frame(30, 30, Sheet.WIDTH - 60, Sheet.HEIGHT - 60, 1.4, FRAME);
            page.frame(34, 34, Sheet.WIDTH - 68, Sheet.HEIGHT - 68, 0.4, FRAME);
            foot(page, "第" + (i + 1) + "页 共" + pages.size() + "页");
        }
    }

    /** Two lines, as neither the number nor the job is of a known length. */
    private void foot(PageWriter page, String pageOfPages) throws IOException {
        TextStyle style = TextStyle.grey(9);
        page.line(Sheet.LEFT, FOOT_RULE, Sheet.RIGHT, FOOT_RULE, 0.4, PageWriter.GREY);
        page.rightAligned(Sheet.RIGHT, FOOT_FIRST, style, pageOfPages);
        double room = WIDTH - page.width(pageOfPages, style.size()) - 2 * style.size();
        String number = "证明编号：" + certificate.number();
        page.text(Sheet.LEFT, FOOT_FIRST, page.within(room, style, number), number);
        page.text(Sheet.LEFT, FOOT_SECOND, page.within(WIDTH, style, certificate.footer()), certificate.footer());
    }
}
