package io.changbai.journey.internal;

import io.changbai.device.api.print.ReceiptPart;
import io.changbai.documents.ReceiptLine;
import java.util.List;

/** Says in the printer's words what documents has laid out. */
final class ReceiptParts {

    private ReceiptParts() {}

    static List<ReceiptPart> of(List<ReceiptLine> lines) {
        return lines.stream().map(ReceiptParts::of).toList();
    }

    private static ReceiptPart of(ReceiptLine line) {
        if (line instanceof ReceiptLine.Text text) {
            return new ReceiptPart.Line(
                    text.text(),
                    text.centred() ? ReceiptPart.Align.CENTRE : ReceiptPart.Align.LEFT,
                    text.large() ? ReceiptPart.Size.DOUBLE : ReceiptPart.Size.NORMAL,
                    text.bold());
        } else if (line instanceof ReceiptLine.Qr qr) {
            return new ReceiptPart.Qr(qr.content());
        } else if (line instanceof ReceiptLine.Gap gap) {
            return new ReceiptPart.Gap(gap.lines());
        }
        return new ReceiptPart.Rule();
    }
}
