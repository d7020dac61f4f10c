package io.changbai.document.printer.internal;

import java.nio.charset.StandardCharsets;

/** The smallest PDF of so many blank A4 pages that printers take. */
final class PlainPdf {

    private PlainPdf() {}

    static byte[] of(int pages) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < pages; i++) {
            kids.append(3 + i).append(" 0 R ");
            pdf.append(3 + i).append(" 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n");
        }
        pdf.append("2 0 obj<</Type/Pages/Kids[").append(kids).append("]/Count ").append(pages);
        pdf.append(">>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
