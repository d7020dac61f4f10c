package io.changbai.qr.scanner.internal.picture;

import com.google.zxing.common.BitMatrix;
import io.changbai.device.api.scanner.GreyPicture;

/** Compares each pixel with the mean of the square around it, by sums of columns that move along. */
final class LocalMean {

    /** A little darker than the mean is still paper: else noise on empty paper becomes ink. */
    private static final int KEEP_PERCENT = 95;

    private LocalMean() {}

    /** @param reach half the square's side */
    static BitMatrix ink(GreyPicture picture, int reach) {
        int width = picture.width();
        int height = picture.height();
        BitMatrix ink = new BitMatrix(width, height);
        int[] columns = new int[width];
        int rows = 0;
        for (int y = 0; y < Math.min(reach, height); y++) {
            add(picture, y, columns, 1);
            rows++;
        }
        for (int y = 0; y < height; y++) {
            if (y + reach < height) {
                add(picture, y + reach, columns, 1);
                rows++;
            }
            if (y - reach - 1 >= 0) {
                add(picture, y - reach - 1, columns, -1);
                rows--;
            }
            row(picture, y, columns, rows, reach, ink);
        }
        return ink;
    }

    private static void add(GreyPicture picture, int y, int[] columns, int sign) {
        byte[] pixels = picture.pixels();
        int at = y * columns.length;
        for (int x = 0; x < columns.length; x++) {
            columns[x] += sign * (pixels[at + x] & 0xFF);
        }
    }

    private static void row(GreyPicture picture, int y, int[] columns, int rows, int reach, BitMatrix ink) {
        byte[] pixels = picture.pixels();
        int width = columns.length;
        long sum = 0;
        int wide = 0;
        for (int x = 0; x < Math.min(reach, width); x++) {
            sum += columns[x];
            wide++;
        }
        for (int x = 0; x < width; x++) {
            if (x + reach < width) {
                sum += columns[x + reach];
                wide++;
            }
            if (x - reach - 1 >= 0) {
                sum -= columns[x - reach - 1];
                wide--;
            }
            if ((long) (pixels[y * width + x] & 0xFF) * rows * wide * 100 < sum * KEEP_PERCENT) {
                ink.set(x, y);
            }
        }
    }
}
