package io.changbai.documents.internal;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document; embedded as subsets, and only those that are used. */
final class DocumentFonts {

    private final PDDocument document;
    private final FontChain chain;
    private final PDFont[] embedded;

    DocumentFonts(PDDocument document, FontChain chain) {
        this.document = document;
        this.chain = chain;
        this.embedded = new PDFont[chain.size()];
    }

    PDDocument document() {
        return document;
    }

    FontChain chain() {
        return chain;
    }

    PDFont get(int index) throws IOException {
        if (embedded[index] == null) {
            embedded[index] = PDType0Font.load(document, chain.font(index).parsed(), true);
        }
        return embedded[index];
    }
}
