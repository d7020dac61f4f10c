package io.changbai.documents;

import java.util.List;

/** Lays out documents. Pure: same content, same pages. Nothing is kept. */
public interface Documents {

    /** An A4 certificate. */
    Pages certificate(Certificate certificate);

    /**
     * A receipt.
     *
     * @param columns characters of normal size on a line; a Chinese character takes two
     */
    List<ReceiptLine> receipt(Receipt receipt, int columns);

    /** True when every character of {@code text} can be drawn with the installed fonts. */
    boolean canDraw(String text);
}
