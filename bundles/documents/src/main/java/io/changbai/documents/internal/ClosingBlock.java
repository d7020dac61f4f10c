package io.changbai.documents.internal;

import io.changbai.documents.Certificate;
import java.io.IOException;
import java.util.List;

/**
 * The end of a certificate, always whole on one page: the closing paragraphs over the full width, below them the code and
 * number on the left and issuer and date under the seal on the right.
 */
final class ClosingBlock {

    private static final double WIDTH = Sheet.RIGHT - Sheet.LEFT;
    private static final double HALF = WIDTH / 2;
    private static final double BODY = 11.5;
    private static final double LEADING = 20;
    private static final double ABOVE_TEXT = 24;
    private static final double ABOVE_SEAL = 6;
    private static final double QR_SIDE = 84;
    private static final double QR_GAP = 14;
    private static final double ISSUANCE = 12;
    private static final double ISSUANCE_LEADING = 22;
    private static final double SEAL_OVER_FIRST_LINE = 16;

    private final Certificate certificate;
    private final FontChain chain;
    private final Paragraphs paragraphs;
    private final List<String> issuance;

    ClosingBlock(Certificate certificate, FontChain chain) {
        this.certificate = certificate;
        this.chain = chain;
        this.paragraphs = new Paragraphs(chain, certificate.closing(), BODY, LEADING);
        LineBreaker breaker = new LineBreaker(chain);
        this.issuance = certificate.issuance().stream()
                .flatMap(line -> breaker.lines(line, (HALF - 12) / ISSUANCE, 0).stream())
                .toList();
    }

    double height() {
        return ABOVE_TEXT + paragraphs.height() + ABOVE_SEAL + signatureHeight();
    }

    void draw(Sheet sheet) throws IOException {
        sheet.need(height());
        sheet.down(ABOVE_TEXT);
        paragraphs.draw(sheet);
        sheet.down(ABOVE_SEAL - LEADING / 2);
        double middle = sheet.y() - signatureHeight() / 2;
        verification(sheet.page(), middle + QR_SIDE / 2);
        signature(sheet.page(), middle);
        sheet.down(signatureHeight());
    }

    private double signatureHeight() {
        return 2 * Seal.RADIUS + Math.max(0, issuance.size() - 3) * ISSUANCE_LEADING;
    }

    /** As clerks stamp: over issuer and date, which stand in the gap that the name leaves at the foot of the ring. */
    private void signature(PageWriter page, double middle) throws IOException {
        double longest = issuance.stream().mapToDouble(chain::width).max().orElse(0) * ISSUANCE;
        double axis = Sheet.RIGHT - Math.max(Seal.RADIUS, longest / 2) - 6;
        double y = middle - SEAL_OVER_FIRST_LINE;
        for (String line : issuance) {
            page.centred(axis, y, TextStyle.ink(ISSUANCE), line);
            y -= ISSUANCE_LEADING;
        }
        new Seal(page).draw(axis, middle, certificate.seal());
    }

    private void verification(PageWriter page, double top) throws IOException {
        double y = top - QR_SIDE;
        new QrSquare(certificate.verifyUrl()).draw(page.content(), Sheet.LEFT, y, QR_SIDE);
        double x = Sheet.LEFT + QR_SIDE + QR_GAP;
        double room = HALF - QR_SIDE - 2 * QR_GAP;
        page.text(x, y + 52, TextStyle.grey(10), "证明编号");
        String number = certificate.number();
        page.text(x, y + 34, page.within(room, TextStyle.ink(12).bolder(), number), number);
        page.text(x, y + 12, TextStyle.grey(10), "扫描二维码核验真伪");
    }
}
