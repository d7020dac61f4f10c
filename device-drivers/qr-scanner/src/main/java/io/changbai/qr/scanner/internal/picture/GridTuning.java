package io.changbai.qr.scanner.internal.picture;

/**
 * Moves a grid until it fits best: what must be ink is ink, what must be paper is paper, the rim around is paper, and every
 * other module is clearly one of both. One number of the form is changed at a time, by ever smaller steps.
 */
final class GridTuning {

    private static final int MOST_DATA = 600;
    private static final double DATA_WEIGHT = 0.55;
    private static final double RIM_WEIGHT = 0.5;

    private final Inkiness ink;
    private final float[] us;
    private final float[] vs;
    private final float[] expected;
    private final double[] place = new double[2];
    private int count;

    GridTuning(Inkiness ink, Layout layout) {
        this.ink = ink;
        int n = layout.dimension;
        int stride = Math.max(1, n * n / MOST_DATA);
        this.us = new float[n * n + 4 * n];
        this.vs = new float[us.length];
        this.expected = new float[us.length];
        for (int i = 0; i < n * n; i++) {
            if (layout.expected[i] != 0 || i % stride == 0) {
                sample(i % n + 0.5f, i / n + 0.5f, layout.expected[i]);
            }
        }
        for (int i = 0; i < n; i += 1) {
            sample(i + 0.5f, -0.9f, (float) -RIM_WEIGHT);
            sample(-0.9f, i + 0.5f, (float) -RIM_WEIGHT);
            sample(i + 0.5f, n + 0.9f, (float) -RIM_WEIGHT);
            sample(n + 0.9f, i + 0.5f, (float) -RIM_WEIGHT);
        }
    }

    private void sample(float u, float v, float wanted) {
        us[count] = u;
        vs[count] = v;
        expected[count++] = wanted;
    }

    /** How well it fits; only to be compared with other grids of the same symbol in the same picture. */
    double fit(Grid grid) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            grid.place(us[i], vs[i], place);
            int seen = ink.at(place[0], place[1]);
            sum += expected[i] == 0 ? DATA_WEIGHT * Math.abs(seen) : expected[i] * seen;
        }
        return sum / count / 127;
    }

    /** The fourth corner is only guessed from the others: tries places around it, up to {@code modules} away. */
    void searchFourth(Grid grid, double modules) {
        double best = fit(grid);
        double px = grid.module();
        double x = grid.form[4];
        double y = grid.form[5];
        double bestX = x;
        double bestY = y;
        for (double dy = -modules; dy <= modules; dy += 0.7) {
            for (double dx = -modules; dx <= modules; dx += 0.7) {
                grid.form[4] = x + dx * px;
                grid.form[5] = y + dy * px;
                grid.settle();
                double fit = fit(grid);
                if (fit > best) {
                    best = fit;
                    bestX = grid.form[4];
                    bestY = grid.form[5];
                }
            }
        }
        grid.form[4] = bestX;
        grid.form[5] = bestY;
        grid.settle();
    }

    /**
     * @param from first number of the form to change
     * @param to behind the last
     * @param step first change, in modules; halved until an eighth of a module
     */
    double tune(Grid grid, int from, int to, double step, Budget budget) {
        double best = fit(grid);
        double px = grid.module();
        for (double change = step; change > 0.1 && !budget.isSpent(); change /= 2) {
            for (int round = 0; round < 2; round++) {
                double before = best;
                for (int i = from; i < to; i++) {
                    best = better(grid, i, change * px, best);
                }
                if (best == before) {
                    break;
                }
            }
        }
        return best;
    }

    private double better(Grid grid, int i, double change, double best) {
        double was = grid.form[i];
        for (int sign = -1; sign <= 1; sign += 2) {
            grid.form[i] = was + sign * change;
            grid.settle();
            double fit = fit(grid);
            if (fit > best) {
                return fit;
            }
        }
        grid.form[i] = was;
        grid.settle();
        return best;
    }
}
