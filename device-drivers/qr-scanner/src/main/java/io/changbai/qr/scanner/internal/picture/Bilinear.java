package io.changbai.qr.scanner.internal.picture;

import io.changbai.device.api.scanner.GreyPicture;

/** Brightness between pixels. The middle of the first pixel is 0.5, 0.5; beyond the rim the rim goes on. */
final class Bilinear {

    private final byte[] pixels;
    private final int width;
    private final int height;

    Bilinear(GreyPicture picture) {
        this.pixels = picture.pixels();
        this.width = picture.width();
        this.height = picture.height();
    }

    double at(double x, double y) {
        double left = Math.max(0, Math.min(width - 1.001, x - 0.5));
        double top = Math.max(0, Math.min(height - 1.001, y - 0.5));
        int column = (int) left;
        int row = (int) top;
        double dx = left - column;
        double dy = top - row;
        int at = row * width + column;
        int right = column + 1 < width ? 1 : 0;
        int below = row + 1 < height ? width : 0;
        double upper = (pixels[at] & 0xFF) * (1 - dx) + (pixels[at + right] & 0xFF) * dx;
        double lower = (pixels[at + below] & 0xFF) * (1 - dx) + (pixels[at + below + right] & 0xFF) * dx;
        return upper * (1 - dy) + lower * dy;
    }
}
