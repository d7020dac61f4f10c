package io.changbai.documents.internal;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A QR code as black rectangles, so that it is sharp at any resolution. Level M: a crease may hide 15 % of it. */
final class QrSquare {

    private final ByteMatrix modules;

    /** @throws IllegalArgumentException the content is empty or does not fit into a QR code */
    QrSquare(String content) {
        try {
            modules = Encoder.encode(
                            content,
                            ErrorCorrectionLevel.M,
                            Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name()))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code for " + content.length() + " characters", e);
        }
    }

    /** Draws it with its lower left corner at x, y; the white border is the page's business (four modules). */
    void draw(PDPageContentStream content, double x, double y, double side) throws IOException {
        double module = side / modules.getWidth();
        content.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int from = 0; from < modules.getWidth(); from++) {
                int length = darkRun(row, from);
                if (length > 0) {
                    double top = y + side - row * module;
                    content.addRect(
                            (float) (x + from * module), (float) (top - module), (float) (length * module), (float)
                                    module);
                    from += length;
                }
            }
        }
        content.fill();
    }

    private int darkRun(int row, int from) {
        int to = from;
        while (to < modules.getWidth() && modules.get(to, row) == 1) {
            to++;
        }
        return to - from;
    }
}
