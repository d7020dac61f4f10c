package io.changbai.qr.scanner.internal.picture;

import io.changbai.device.api.scanner.GreyPicture;
import java.util.function.UnaryOperator;

/** What may be done to a picture before anything is looked for in it. */
final class Retouch {

    private Retouch() {}

    static GreyPicture inverse(GreyPicture picture) {
        byte[] out = picture.pixels().clone();
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) ~out[i];
        }
        return new GreyPicture(picture.width(), picture.height(), out);
    }

    /** Four pixels become one. */
    static GreyPicture half(GreyPicture picture) {
        int width = picture.width() / 2;
        int height = picture.height() / 2;
        if (width == 0 || height == 0) {
            return picture;
        }
        byte[] in = picture.pixels();
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int at = 2 * y * picture.width();
            int below = at + picture.width();
            for (int x = 0; x < width; x++, at += 2, below += 2) {
                int sum = (in[at] & 0xFF) + (in[at + 1] & 0xFF) + (in[below] & 0xFF) + (in[below + 1] & 0xFF);
                out[y * width + x] = (byte) ((sum + 2) >> 2);
            }
        }
        return new GreyPicture(width, height, out);
    }

    static UnaryOperator<GreyPicture> scaled(double factor) {
        return picture -> scale(picture, factor);
    }

    private static GreyPicture scale(GreyPicture picture, double factor) {
        int width = Math.max(1, (int) (picture.width() * factor));
        int height = Math.max(1, (int) (picture.height() * factor));
        byte[] out = new byte[width * height];
        Bilinear grey = new Bilinear(picture);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[y * width + x] = (byte) (grey.at((x + 0.5) / factor, (y + 0.5) / factor) + 0.5);
            }
        }
        return new GreyPicture(width, height, out);
    }

    /** The mean of each pixel and its eight neighbours: ends noise and moiré. The rim stays as it is. */
    static GreyPicture blurred(GreyPicture picture) {
        return overSquares(picture, (pixel, sum) -> sum / 9);
    }

    /** What blur took is given back, and more. */
    static GreyPicture sharpened(GreyPicture picture) {
        return overSquares(picture, (pixel, sum) -> Math.max(0, Math.min(255, pixel * 3 - sum * 2 / 9)));
    }

    private interface OverSquare {
        int value(int pixel, int sumOfNine);
    }

    private static GreyPicture overSquares(GreyPicture picture, OverSquare rule) {
        int width = picture.width();
        byte[] in = picture.pixels();
        byte[] out = in.clone();
        int[] columns = new int[width];
        for (int y = 1; y < picture.height() - 1; y++) {
            int at = y * width;
            for (int x = 0; x < width; x++) {
                columns[x] = (in[at - width + x] & 0xFF) + (in[at + x] & 0xFF) + (in[at + width + x] & 0xFF);
            }
            for (int x = 1; x < width - 1; x++) {
                out[at + x] = (byte) rule.value(in[at + x] & 0xFF, columns[x - 1] + columns[x] + columns[x + 1]);
            }
        }
        return new GreyPicture(width, picture.height(), out);
    }
}
