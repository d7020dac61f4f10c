package io.changbai.device.emulators.internal.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;

/**
 * A drawn face about (320, 140), 176 wide. Nobody's likeness, and shaded as light shades a face (sockets darker than brow and
 * cheek, a bright ridge of the nose between them), because that is what detectors of faces look for.
 */
final class CartoonFace {
    private static final Color SKIN = new Color(0xE3BC93);
    private static final Color SHADE = new Color(0xBF9468);
    private static final Color LINE = new Color(0x2E2622);
    private static final Color LIP = new Color(0x9A4F45);
    private static final Color COAT = new Color(0x4C7A8C);
    /** A cheek's width: so turned, one eye is nearly behind the nose. */
    private static final double TURNED = 50;

    private final Graphics2D pen;
    private final boolean closed;
    private final double middle;

    CartoonFace(Graphics2D pen, boolean closed, boolean turned) {
        this.pen = pen;
        this.closed = closed;
        this.middle = turned ? 320 + TURNED : 320;
    }

    void draw() {
        pen.setColor(COAT);
        pen.fillRoundRect(170, 262, 300, 320, 150, 150);
        pen.setColor(SHADE);
        pen.fillRect(285, 215, 70, 60);
        oval(LINE, 222, 18, 196, 215);
        oval(SKIN, 232, 42, 176, 215);
        eyes();
        nose();
        mouth();
    }

    private void eyes() {
        for (double side : new double[] {-1, 1}) {
            double centre = middle + side * 38;
            oval(SHADE, centre - 30, 112, 58, 40);
            line(8, curve(centre - 26, 111, centre, 98, centre + 26, 111));
            if (closed) {
                line(4, curve(centre - 20, 134, centre, 142, centre + 20, 134));
            } else {
                oval(Color.WHITE, centre - 21, 122, 42, 22);
                oval(LINE, centre - 11, 122, 22, 22);
                line(4, curve(centre - 22, 132, centre, 112, centre + 22, 132));
            }
        }
    }

    private void nose() {
        oval(SHADE, middle - 20, 176, 40, 18);
        oval(SKIN, middle - 11, 120, 22, 64);
        oval(LINE, middle - 15, 184, 9, 6);
        oval(LINE, middle + 6, 184, 9, 6);
    }

    private void mouth() {
        oval(LIP, middle - 34, 210, 68, 20);
        line(4, curve(middle - 34, 219, middle, 226, middle + 34, 219));
    }

    private void oval(Color color, double x, double y, double width, double height) {
        pen.setColor(color);
        pen.fill(new Ellipse2D.Double(x, y, width, height));
    }

    private void line(float width, Shape shape) {
        pen.setColor(LINE);
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }

    private static Shape curve(double x1, double y1, double x2, double y2, double x3, double y3) {
        return new QuadCurve2D.Double(x1, y1, x2, y2, x3, y3);
    }
}
