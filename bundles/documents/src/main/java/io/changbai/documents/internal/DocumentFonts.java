package io.changbai.documents.internal;

import java.io.IOException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one document; embedded as subsets, and only those that are used. A document is laid out twice: the first
 * time only to learn which characters it draws.
 */
final class DocumentFonts {

    private final PDDocument document;
    private final FontChain chain;
    private final Map<Integer, SortedSet<Integer>> needed;
    private final boolean drawing;
    private final Map<Integer, PDFont> embedded = new TreeMap<>();

    private DocumentFonts(
            PDDocument document, FontChain chain, Map<Integer, SortedSet<Integer>> needed, boolean drawing) {
        this.document = document;
        this.chain = chain;
        this.needed = needed;
        this.drawing = drawing;
    }

    /** For the first time: nothing is drawn. */
    static DocumentFonts learning(PDDocument document, FontChain chain) {
        return new DocumentFonts(document, chain, new TreeMap<>(), false);
    }

    /** For the second time: has what was learnt. */
    DocumentFonts drawingIn(PDDocument another) {
        return new DocumentFonts(another, chain, needed, true);
    }

    PDDocument document() {
        return document;
    }

    FontChain chain() {
        return chain;
    }

    /** True when the run is to be drawn now. */
    boolean draws(FontRun run) {
        if (!drawing) {
            SortedSet<Integer> characters = needed.computeIfAbsent(run.font(), font -> new TreeSet<>());
            run.text().codePoints().forEach(characters::add);
        }
        return drawing;
    }

    PDFont get(int index) throws IOException {
        PDFont font = embedded.get(index);
        if (font == null) {
            font = PDType0Font.load(document, chain.font(index).with(needed.get(index)), true);
            embedded.put(index, font);
        }
        return font;
    }
}
