package io.changbai.documents.internal;

import io.changbai.documents.Certificate;
import io.changbai.documents.Pages;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The look of an A4 certificate: framed page, title over a double rule, statement, table, then the code to verify it on
 * the left and issuer, date and seal on the right.
 */
final class CertificateLayout {

    private static final Color ACCENT = new Color(0xA8, 0x1C, 0x24);
    private static final Color FRAME = new Color(0x8C, 0x7A, 0x5B);
    private static final double CENTRE = Sheet.WIDTH / 2;
    private static final double WIDTH = Sheet.RIGHT - Sheet.LEFT;
    private static final double BODY = 12.5;
    private static final double LEADING = 23;
    private static final double INDENT = 2;
    private static final double MOST_STRETCH = 0.25;
    private static final double QR_SIDE = 84;
    private static final double CLOSING = 12;
    private static final double CLOSING_LEADING = 22;
    private static final double CLOSING_GAP = 18;
    private static final double CLOSING_BLOCK = 2 * Seal.RADIUS + CLOSING_GAP;
    private static final double SEAL_ABOVE_ISSUER = 30;

    private final Certificate certificate;
    private final FontChain chain;

    CertificateLayout(Certificate certificate, FontChain chain) {
        this.certificate = certificate;
        this.chain = chain;
    }

    Pages draw() throws IOException {
        try (PDDocument document = new PDDocument()) {
            // The file's ID is made from this instead of the time: same content, same bytes.
            document.setDocumentId(0L);
            int count;
            try (Sheet sheet = new Sheet(new DocumentFonts(document, chain), this::runningTitle)) {
                title(sheet);
                statement(sheet);
                table(sheet);
                closing(sheet);
                footers(sheet.pages());
                count = sheet.pages().size();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 << 10);
            document.save(bytes);
            return new Pages(bytes.toByteArray(), count);
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
        page.rightAligned(Sheet.RIGHT, sheet.y(), TextStyle.grey(10.5), "编号：" + certificate.number());
        sheet.down(30);
    }

    private void runningTitle(PageWriter page) throws IOException {
        double y = Sheet.TOP + 20;
        page.text(Sheet.LEFT, y, TextStyle.grey(10), certificate.title() + "（续）");
        page.rightAligned(Sheet.RIGHT, y, TextStyle.grey(10), "编号：" + certificate.number());
        page.line(Sheet.LEFT, y - 7, Sheet.RIGHT, y - 7, 0.5, ACCENT);
    }

    private void statement(Sheet sheet) throws IOException {
        LineBreaker breaker = new LineBreaker(chain);
        for (String paragraph : certificate.statement()) {
            List<String> lines = breaker.lines(paragraph, WIDTH / BODY, INDENT);
            for (int i = 0; i < lines.size(); i++) {
                sheet.need(LEADING);
                double indent = i == 0 ? INDENT * BODY : 0;
                double room = i == lines.size() - 1 ? 0 : WIDTH - indent;
                sheet.page().text(Sheet.LEFT + indent, sheet.y(), justified(lines.get(i), room), lines.get(i));
                sheet.down(LEADING);
            }
        }
        sheet.down(2);
    }

    /** Both edges straight, except for the last line of a paragraph and lines that would be torn apart. */
    private TextStyle justified(String line, double room) {
        int gaps = line.codePointCount(0, line.length()) - 1;
        double spacing = gaps < 1 ? 0 : (room - chain.width(line) * BODY) / gaps;
        boolean fits = spacing > 0 && spacing < MOST_STRETCH * BODY;
        return TextStyle.ink(BODY).spaced(fits ? spacing : 0);
    }

    private void table(Sheet sheet) throws IOException {
        if (!certificate.header().isEmpty()) {
            new TableBlock(sheet, chain, certificate.header(), certificate.rows()).draw(certificate.rows());
        }
    }

    private void closing(Sheet sheet) throws IOException {
        List<String> lines = closingLines();
        double below = Math.max(0, lines.size() - 2) * CLOSING_LEADING;
        sheet.need(CLOSING_BLOCK + below);
        double top = sheet.y() - CLOSING_GAP;
        verification(sheet.page(), top - (Seal.RADIUS - QR_SIDE / 2));
        double longest = lines.stream().mapToDouble(chain::width).max().orElse(0) * CLOSING;
        double axis = Sheet.RIGHT - Math.max(Seal.RADIUS, longest / 2) - 6;
        double y = top - Seal.RADIUS - SEAL_ABOVE_ISSUER;
        for (String line : lines) {
            sheet.page().centred(axis, y, TextStyle.ink(CLOSING), line);
            y -= CLOSING_LEADING;
        }
        // As clerks stamp: over issuer and date, which stand in the gap that the name leaves at the foot of the ring.
        new Seal(sheet.page()).draw(axis, top - Seal.RADIUS - below, certificate.seal());
        sheet.down(CLOSING_BLOCK + below);
    }

    private List<String> closingLines() {
        LineBreaker breaker = new LineBreaker(chain);
        return certificate.closing().stream()
                .flatMap(line -> breaker.lines(line, WIDTH / 2 / CLOSING, 0).stream())
                .toList();
    }

    private void verification(PageWriter page, double top) throws IOException {
        double y = top - QR_SIDE;
        new QrSquare(certificate.verifyUrl()).draw(page.content(), Sheet.LEFT, y, QR_SIDE);
        double x = Sheet.LEFT + QR_SIDE + 14;
        page.text(x, y + 52, TextStyle.grey(10), "证明编号");
        page.text(x, y + 34, TextStyle.ink(12).bolder(), certificate.number());
        page.text(x, y + 12, TextStyle.grey(10), "扫描二维码核验真伪");
    }

    private void footers(List<PageWriter> pages) throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            PageWriter page = pages.get(i);
            page.frame(30, 30, Sheet.WIDTH - 60, Sheet.HEIGHT - 60, 1.4, FRAME);
            page.frame(34, 34, Sheet.WIDTH - 68, Sheet.HEIGHT - 68, 0.4, FRAME);
            page.line(Sheet.LEFT, 66, Sheet.RIGHT, 66, 0.4, PageWriter.GREY);
            page.text(Sheet.LEFT, 52, TextStyle.grey(9), certificate.number());
            page.centred(CENTRE, 52, TextStyle.grey(9), certificate.footer());
            page.rightAligned(Sheet.RIGHT, 52, TextStyle.grey(9), "第" + (i + 1) + "页 共" + pages.size() + "页");
        }
    }
}
