package io.changbai.documents.internal;

import io.changbai.documents.Receipt;
import io.changbai.documents.ReceiptLine;
import io.changbai.documents.ReceiptLine.Gap;
import io.changbai.documents.ReceiptLine.Qr;
import io.changbai.documents.ReceiptLine.Rule;
import io.changbai.documents.ReceiptLine.Text;
import java.util.ArrayList;
import java.util.List;

/** The look of a receipt: large title, rule, labels left and values right, code, small print. */
final class ReceiptLayout {

    private final int columns;
    private final List<ReceiptLine> lines = new ArrayList<>();

    private ReceiptLayout(int columns) {
        this.columns = columns;
    }

    static List<ReceiptLine> lay(Receipt receipt, int columns) {
        if (columns < 8) {
            throw new IllegalArgumentException("a receipt needs at least 8 columns, not " + columns);
        }
        ReceiptLayout layout = new ReceiptLayout(columns);
        layout.title(receipt.title());
        receipt.fields().forEach(layout::field);
        layout.code(receipt.qr());
        layout.note(receipt.note());
        return List.copyOf(layout.lines);
    }

    private void title(String title) {
        for (String line : Columns.wrap(title, columns / 2)) {
            lines.add(new Text(line, true, true, true));
        }
        lines.add(new Gap(1));
        lines.add(new Rule());
    }

    /** Side by side when both fit with a blank between them; else the value below, against the right edge. */
    private void field(Receipt.Field field) {
        String label = Columns.clean(field.label());
        String value = Columns.clean(field.value());
        int free = columns - Columns.width(label) - Columns.width(value);
        if (free >= 1) {
            lines.add(plain(label + " ".repeat(free) + value));
            return;
        }
        Columns.wrap(label, columns).forEach(line -> lines.add(plain(line)));
        for (String line : Columns.wrap(value, columns - 2)) {
            lines.add(plain(" ".repeat(columns - Columns.width(line)) + line));
        }
    }

    private void code(String qr) {
        lines.add(new Rule());
        if (qr != null) {
            lines.add(new Gap(1));
            lines.add(new Qr(qr));
        }
    }

    private void note(List<String> note) {
        for (String paragraph : note) {
            for (String line : Columns.wrap(paragraph, columns)) {
                lines.add(new Text(line, false, false, true));
            }
        }
    }

    private static Text plain(String text) {
        return new Text(text, false, false, false);
    }
}
