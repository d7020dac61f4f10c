package io.changbai.qr.scanner.internal.picture;

import com.google.zxing.common.BitMatrix;

/**
 * The four outer corners of a finder: its rim is met by rays from the middle, lines are laid through the four sides, and the
 * corners are where lines cross. Truer than any corner one could see.
 */
final class FinderOutline {

    private static final int RAYS = 64;
    private static final int FEWEST_A_SIDE = 4;

    private final BitMatrix ink;
    private final Finder finder;

    FinderOutline(BitMatrix ink, Finder finder) {
        this.ink = ink;
        this.finder = finder;
    }

    /**
     * @param ux uy the direction along the code's rows, of length 1
     * @param vx vy along its columns
     * @return x and y of the corners (-,-), (+,-), (+,+), (-,+); guessed from the module's width when the rim is not whole
     */
    double[] corners(double ux, double uy, double vx, double vy) {
        double[][] sides = new double[4][6]; // n, Σx, Σy, Σxx, Σxy, Σyy: right, below, left, above
        double det = ux * vy - uy * vx;
        for (int ray = 0; ray < RAYS; ray++) {
            double dx = Math.cos(ray * 2 * Math.PI / RAYS);
            double dy = Math.sin(ray * 2 * Math.PI / RAYS);
            double far = rim(dx, dy);
            if (far > 0) {
                double along = (dx * vy - dy * vx) / det;
                double down = (ux * dy - uy * dx) / det;
                boolean upright = Math.abs(along) >= Math.abs(down);
                double clear = Math.max(Math.abs(along), Math.abs(down)) - Math.min(Math.abs(along), Math.abs(down));
                if (clear > 0.12) { // near a corner blur rounds the rim
                    int side = upright ? (along > 0 ? 0 : 2) : (down > 0 ? 1 : 3);
                    sum(sides[side], far * dx, far * dy);
                }
            }
        }
        return crossings(sides, ux, uy, vx, vy);
    }

    private double[] crossings(double[][] sides, double ux, double uy, double vx, double vy) {
        double reach = 3.5 * finder.module();
        double[] corners = {
            -reach * (ux + vx), -reach * (uy + vy), reach * (ux - vx), reach * (uy - vy),
            reach * (ux + vx), reach * (uy + vy), -reach * (ux - vx), -reach * (uy - vy)
        };
        boolean whole = true;
        double[][] lines = new double[4][];
        for (int i = 0; i < 4; i++) {
            whole &= sides[i][0] >= FEWEST_A_SIDE;
            lines[i] = line(sides[i]);
        }
        int[][] meeting = {{2, 3}, {0, 3}, {0, 1}, {2, 1}};
        for (int i = 0; whole && i < 4; i++) {
            double[] a = lines[meeting[i][0]];
            double[] b = lines[meeting[i][1]];
            double det = a[0] * b[1] - a[1] * b[0];
            double x = (a[2] * b[1] - a[1] * b[2]) / det;
            double y = (a[0] * b[2] - a[2] * b[0]) / det;
            if (Math.abs(det) > 0.2 && Math.hypot(x - corners[2 * i], y - corners[2 * i + 1]) < reach) {
                corners[2 * i] = x;
                corners[2 * i + 1] = y;
            }
        }
        for (int i = 0; i < 8; i += 2) {
            corners[i] += finder.x();
            corners[i + 1] += finder.y();
        }
        return corners;
    }

    /** The line a·x + b·y = c with a² + b² = 1 that lies nearest to all points. */
    private static double[] line(double[] s) {
        double n = Math.max(1, s[0]);
        double mx = s[1] / n;
        double my = s[2] / n;
        double angle = 0.5 * Math.atan2(2 * (s[4] / n - mx * my), s[3] / n - mx * mx - (s[5] / n - my * my));
        double a = -Math.sin(angle);
        double b = Math.cos(angle);
        return new double[] {a, b, a * mx + b * my};
    }

    private static void sum(double[] s, double x, double y) {
        s[0]++;
        s[1] += x;
        s[2] += y;
        s[3] += x * x;
        s[4] += x * y;
        s[5] += y * y;
    }

    /** Ink, paper, ink, and then paper: how far away that begins; -1 when it does not where it should. */
    private double rim(double dx, double dy) {
        double step = 0.5;
        int phase = 0;
        for (double r = 0; r < 7.5 * finder.module(); r += step) {
            int x = (int) (finder.x() + r * dx);
            int y = (int) (finder.y() + r * dy);
            if (x < 0 || y < 0 || x >= ink.getWidth() || y >= ink.getHeight()) {
                return -1;
            }
            if (ink.get(x, y) == (phase % 2 == 1)) {
                phase++;
                if (phase == 3) {
                    return r > 2.2 * finder.module() ? r - step / 2 : -1;
                }
            }
        }
        return -1;
    }
}
