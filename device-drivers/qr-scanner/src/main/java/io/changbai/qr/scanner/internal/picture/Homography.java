package io.changbai.qr.scanner.internal.picture;

/** A plane seen by a camera: from places in modules to places in pixels. */
final class Homography {

    private final double[] h;

    private Homography(double[] h) {
        this.h = h;
    }

    /**
     * The one that fits best.
     *
     * @param from u, v, u, v … of at least four places
     * @param to x, y, x, y … where they are seen
     * @return null when the places lie on a line
     */
    static Homography fit(double[] from, double[] to) {
        double[][] equations = new double[8][9];
        double[] row = new double[9];
        for (int i = 0; i < from.length; i += 2) {
            double u = from[i];
            double v = from[i + 1];
            fill(row, new double[] {u, v, 1, 0, 0, 0, -u * to[i], -v * to[i], to[i]});
            add(equations, row);
            fill(row, new double[] {0, 0, 0, u, v, 1, -u * to[i + 1], -v * to[i + 1], to[i + 1]});
            add(equations, row);
        }
        return solve(equations) ? new Homography(column(equations)) : null;
    }

    double x(double u, double v) {
        return (h[0] * u + h[1] * v + h[2]) / (h[6] * u + h[7] * v + 1);
    }

    double y(double u, double v) {
        return (h[3] * u + h[4] * v + h[5]) / (h[6] * u + h[7] * v + 1);
    }

    private static void fill(double[] row, double[] values) {
        System.arraycopy(values, 0, row, 0, values.length);
    }

    private static void add(double[][] equations, double[] row) {
        for (int i = 0; i < 8; i++) {
            for (int k = 0; k < 9; k++) {
                equations[i][k] += row[i] * row[k];
            }
        }
    }

    /** Gauss and Jordan, with the largest pivot. */
    private static boolean solve(double[][] m) {
        for (int i = 0; i < 8; i++) {
            int best = i;
            for (int k = i + 1; k < 8; k++) {
                best = Math.abs(m[k][i]) > Math.abs(m[best][i]) ? k : best;
            }
            double[] pivot = m[best];
            m[best] = m[i];
            m[i] = pivot;
            if (Math.abs(pivot[i]) < 1e-12) {
                return false;
            }
            for (int k = 0; k < 8; k++) {
                double times = k == i ? 0 : m[k][i] / pivot[i];
                for (int c = i; times != 0 && c < 9; c++) {
                    m[k][c] -= times * pivot[c];
                }
            }
        }
        return true;
    }

    private static double[] column(double[][] m) {
        double[] h = new double[8];
        for (int i = 0; i < 8; i++) {
            h[i] = m[i][8] / m[i][i];
        }
        return h;
    }
}
