package io.changbai.documents.internal;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** A round red seal: ring, five-pointed star, the agency's name along the upper arc. Drawn, so that it stays sharp. */
final class Seal {

    /** 42 mm across, the size of a county agency's seal. */
    static final double RADIUS = 59.5;

    private static final Color RED = new Color(0xD0, 0x10, 0x1E);
    private static final double RING = 2.8;
    private static final double TEXT_SIZE = 12.5;
    private static final double TEXT_RADIUS = 41.5;
    private static final double STAR_RADIUS = 18.5;
    private static final double MOST_ARC = Math.toRadians(214);
    private static final double STEP = Math.toRadians(24);
    private static final double TALLER = 1.25;
    private static final float KAPPA = 0.5523f;

    private final PageWriter page;

    Seal(PageWriter page) {
        this.page = page;
    }

    void draw(double x, double y, String agency) throws IOException {
        PDPageContentStream content = page.content();
        content.saveGraphicsState();
        content.setGraphicsStateParameters(inkOverInk());
        content.transform(Matrix.getTranslateInstance((float) x, (float) y));
        ring(content);
        star(content);
        name(content, FontChain.visible(agency));
        content.restoreGraphicsState();
    }

    /** Like stamp ink: the text below shines through. */
    private static PDExtendedGraphicsState inkOverInk() {
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setBlendMode(BlendMode.MULTIPLY);
        state.setNonStrokingAlphaConstant(0.88f);
        state.setStrokingAlphaConstant(0.88f);
        return state;
    }

    private static void ring(PDPageContentStream content) throws IOException {
        float r = (float) (RADIUS - RING / 2);
        float k = r * KAPPA;
        content.setStrokingColor(RED);
        content.setLineWidth((float) RING);
        content.moveTo(r, 0);
        content.curveTo(r, k, k, r, 0, r);
        content.curveTo(-k, r, -r, k, -r, 0);
        content.curveTo(-r, -k, -k, -r, 0, -r);
        content.curveTo(k, -r, r, -k, r, 0);
        content.closeAndStroke();
    }

    private static void star(PDPageContentStream content) throws IOException {
        double inner = STAR_RADIUS * 0.382;
        content.setNonStrokingColor(RED);
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? STAR_RADIUS : inner;
            double angle = Math.PI / 2 + i * Math.PI / 5;
            float px = (float) (radius * Math.cos(angle));
            float py = (float) (radius * Math.sin(angle));
            if (i == 0) {
                content.moveTo(px, py);
            } else {
                content.lineTo(px, py);
            }
        }
        content.closePath();
        content.fill();
    }

    private void name(PDPageContentStream content, String agency) throws IOException {
        int[] characters = agency.codePoints().toArray();
        double step = Math.min(STEP, MOST_ARC / Math.max(1, characters.length - 1));
        double size = Math.min(TEXT_SIZE, step * TEXT_RADIUS * 0.82);
        double angle = step * (characters.length - 1) / 2;
        for (int character : characters) {
            content.saveGraphicsState();
            content.transform(Matrix.getRotateInstance(angle, 0, 0));
            content.transform(new Matrix(1, 0, 0, (float) TALLER, 0, (float) TEXT_RADIUS));
            page.centred(0, 0, new TextStyle(size, RED, true, 0), Character.toString(character));
            content.restoreGraphicsState();
            angle -= step;
        }
    }
}
