package io.changbai.qr.scanner.internal.picture;

/**
 * Where each module of a symbol lies in the picture: four corners, seen in perspective, and how the sheet bulges between
 * them. Its {@link #form} is what {@link GridTuning} turns at.
 */
final class Grid {

    /** x and y of the corners (0,0), (d,0), (d,d), (0,d). */
    static final int CORNERS = 8;
    /** Ways to bulge; each has a share along x and one along y. */
    static final int BULGES = 6;

    static final int FORM = CORNERS + 2 * BULGES;

    final int dimension;
    final double[] form;
    private final double[] h = new double[8];
    private boolean bulges;

    Grid(int dimension, double[] form) {
        this.dimension = dimension;
        this.form = form;
        settle();
    }

    static Grid flat(int dimension, Homography plane) {
        double[] form = new double[FORM];
        double[] us = {0, dimension, dimension, 0};
        double[] vs = {0, 0, dimension, dimension};
        for (int i = 0; i < 4; i++) {
            form[2 * i] = plane.x(us[i], vs[i]);
            form[2 * i + 1] = plane.y(us[i], vs[i]);
        }
        return new Grid(dimension, form);
    }

    /** To be called when {@link #form} was changed: the map of the unit square onto the four corners. */
    void settle() {
        double sumX = form[0] - form[2] + form[4] - form[6];
        double sumY = form[1] - form[3] + form[5] - form[7];
        double ax = form[2] - form[4];
        double ay = form[3] - form[5];
        double bx = form[6] - form[4];
        double by = form[7] - form[5];
        double det = ax * by - bx * ay;
        h[6] = (sumX * by - bx * sumY) / det;
        h[7] = (ax * sumY - sumX * ay) / det;
        h[0] = form[2] - form[0] + h[6] * form[2];
        h[1] = form[6] - form[0] + h[7] * form[6];
        h[2] = form[0];
        h[3] = form[3] - form[1] + h[6] * form[3];
        h[4] = form[7] - form[1] + h[7] * form[7];
        h[5] = form[1];
        bulges = false;
        for (int i = CORNERS; i < FORM; i++) {
            bulges |= form[i] != 0;
        }
    }

    /** @param place receives x and y in pixels */
    void place(double u, double v, double[] place) {
        double a = u / dimension;
        double b = v / dimension;
        double w = h[6] * a + h[7] * b + 1;
        double x = (h[0] * a + h[1] * b + h[2]) / w;
        double y = (h[3] * a + h[4] * b + h[5]) / w;
        if (bulges) {
            double s = 2 * a - 1;
            double t = 2 * b - 1;
            double ss = 1 - s * s;
            double tt = 1 - t * t;
            x += form[8] * ss
                    + form[9] * tt
                    + form[10] * ss * t
                    + form[11] * tt * s
                    + form[12] * s * ss
                    + form[13] * t * tt;
            y += form[14] * ss
                    + form[15] * tt
                    + form[16] * ss * t
                    + form[17] * tt * s
                    + form[18] * s * ss
                    + form[19] * t * tt;
        }
        place[0] = x;
        place[1] = y;
    }

    /** The mean side of a module in pixels. */
    double module() {
        double diagonals =
                Math.hypot(form[4] - form[0], form[5] - form[1]) + Math.hypot(form[6] - form[2], form[7] - form[3]);
        return diagonals / 2 / Math.sqrt(2) / dimension;
    }

    Grid copy() {
        return new Grid(dimension, form.clone());
    }
}
