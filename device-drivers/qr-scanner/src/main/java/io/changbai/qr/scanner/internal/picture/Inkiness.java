package io.changbai.qr.scanner.internal.picture;

import io.changbai.device.api.scanner.GreyPicture;

/**
 * A part of a picture freed of its light: how much darker each pixel is than the few modules around it, measured by how much
 * pixels differ there. 127 is ink for sure, -127 paper for sure.
 */
final class Inkiness {

    /** Differences of so few shades are noise. */
    private static final int NOISE = 4;

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final byte[] ink;

    /** @param reach half the side of the surroundings, in pixels */
    Inkiness(GreyPicture picture, int left, int top, int right, int bottom, int reach) {
        this.left = Math.max(0, left);
        this.top = Math.max(0, top);
        this.width = Math.max(1, Math.min(picture.width(), right) - this.left);
        this.height = Math.max(1, Math.min(picture.height(), bottom) - this.top);
        int[] grey = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = picture.at(this.left + x, this.top + y);
            }
        }
        int[] mean = means(grey, reach);
        int[] apart = new int[grey.length];
        for (int i = 0; i < grey.length; i++) {
            apart[i] = Math.abs(mean[i] - (grey[i] << 4));
        }
        int[] usual = means(apart, reach);
        this.ink = new byte[grey.length];
        for (int i = 0; i < grey.length; i++) {
            int value = (mean[i] - (grey[i] << 4)) * 127 / ((usual[i] >> 4) + NOISE * 16);
            ink[i] = (byte) Math.max(-127, Math.min(127, value));
        }
    }

    /** -127 to 127; 0 outside the part. */
    int at(double x, double y) {
        int column = (int) x - left;
        int row = (int) y - top;
        return column < 0 || row < 0 || column >= width || row >= height ? 0 : ink[row * width + column];
    }

    /** Times 16, so that a fraction is left. */
    private int[] means(int[] values, int reach) {
        long[] sums = new long[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++) {
            long row = 0;
            for (int x = 0; x < width; x++) {
                row += values[y * width + x];
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        }
        int[] means = new int[values.length];
        for (int y = 0; y < height; y++) {
            int above = Math.max(0, y - reach) * (width + 1);
            int below = Math.min(height, y + reach + 1) * (width + 1);
            int rows = (below - above) / (width + 1);
            for (int x = 0; x < width; x++) {
                int from = Math.max(0, x - reach);
                int to = Math.min(width, x + reach + 1);
                long sum = sums[below + to] - sums[below + from] - sums[above + to] + sums[above + from];
                means[y * width + x] = (int) ((sum << 4) / ((long) rows * (to - from)));
            }
        }
        return means;
    }
}
