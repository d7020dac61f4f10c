package io.changbai.document.camera.internal.picture;

/**
 * How sharp a page is: the variance of its Laplacian as a share of the variance of its brightness, in percent. The share,
 * since light and ink would otherwise count as sharpness. Sharp print has some ten percent and more, print out of focus
 * one percent and less.
 */
public final class Sharpness {

    /** A page with less spread than this has nothing on it. */
    private static final double BLANK = 12;

    private Sharpness() {}

    /** Zero for a page with nothing on it. The outermost fiftieth is left out: there may be an edge of the paper. */
    public static double of(Picture page) {
        int border = 1 + Math.min(page.width(), page.height()) / 50;
        double sum = 0;
        double squares = 0;
        double laplaceSum = 0;
        double laplaceSquares = 0;
        long count = 0;
        for (int y = border; y < page.height() - border; y++) {
            for (int x = border; x < page.width() - border; x++) {
                int luma = page.luma(x, y);
                int laplace = page.luma(x - 1, y)
                        + page.luma(x + 1, y)
                        + page.luma(x, y - 1)
                        + page.luma(x, y + 1)
                        - 4 * luma;
                sum += luma;
                squares += luma * luma;
                laplaceSum += laplace;
                laplaceSquares += laplace * laplace;
                count++;
            }
        }
        double spread = variance(sum, squares, count);
        return spread < BLANK ? 0 : 100 * variance(laplaceSum, laplaceSquares, count) / spread;
    }

    private static double variance(double sum, double squares, long count) {
        return count == 0 ? 0 : squares / count - (sum / count) * (sum / count);
    }
}
