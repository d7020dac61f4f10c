package io.changbai.qr.scanner.internal.picture;

import io.changbai.device.api.scanner.GreyPicture;

/**
 * A part of a picture freed of its light: how much darker each pixel is than the few modules around it, measured by how much
 * pixels differ there. 127 is ink for sure, -127 paper for sure.
 */
final class Inkiness {

    /** Differences of so few shades are noise. */
    private static final int NOISE = 4;

    /** Bits behind the point. */
    private static final int FRACTION = 4;

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final byte[] ink;

    /** @param reach half the side of the surroundings, in pixels */
    Inkiness(GreyPicture picture, Region part, int reach) {
        this.left = Math.max(0, part.left());
        this.top = Math.max(0, part.top());
        this.width = Math.max(1, Math.min(picture.width(), part.right()) - this.left);
        this.height = Math.max(1, Math.min(picture.height(), part.bottom()) - this.top);
        int pixels = width * height;
        short[] values = new short[pixels];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] = (short) picture.at(this.left + x, this.top + y);
            }
        }
        int[] sums = new int[(width + 1) * (height + 1)];
        short[] lighter = new short[pixels];
        means(values, reach, sums, lighter);
        for (int i = 0; i < pixels; i++) {
            lighter[i] -= (short) (values[i] << FRACTION);
            values[i] = (short) (Math.abs(lighter[i]) >> FRACTION);
        }
        short[] usual = new short[pixels];
        means(values, reach, sums, usual);
        this.ink = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            int value = lighter[i] * 127 / (usual[i] + (NOISE << FRACTION));
            ink[i] = (byte) Math.max(-127, Math.min(127, value));
        }
    }

    /** -127 to 127; 0 outside the part. */
    int at(double x, double y) {
        int column = (int) x - left;
        int row = (int) y - top;
        return column < 0 || row < 0 || column >= width || row >= height ? 0 : ink[row * width + column];
    }

    /**
     * The mean around each place, with a fraction.
     *
     * @param sums room for the sums of everything above and left of a place; they may run over, their differences are right
     */
    private void means(short[] values, int reach, int[] sums, short[] means) {
        for (int y = 0; y < height; y++) {
            int row = 0;
            int at = (y + 1) * (width + 1) + 1;
            for (int x = 0; x < width; x++, at++) {
                row += values[y * width + x];
                sums[at] = sums[at - width - 1] + row;
            }
        }
        for (int y = 0; y < height; y++) {
            int above = Math.max(0, y - reach) * (width + 1);
            int below = Math.min(height, y + reach + 1) * (width + 1);
            int rows = (below - above) / (width + 1);
            for (int x = 0; x < width; x++) {
                int from = Math.max(0, x - reach);
                int to = Math.min(width, x + reach + 1);
                int sum = sums[below + to] - sums[below + from] - sums[above + to] + sums[above + from];
                means[y * width + x] = (short) (((long) sum << FRACTION) / (rows * (to - from)));
            }
        }
    }
}
