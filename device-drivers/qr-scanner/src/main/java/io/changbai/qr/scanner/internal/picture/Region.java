package io.changbai.qr.scanner.internal.picture;

import io.changbai.device.api.scanner.GreyPicture;

/** A part of a picture, from {@code left}, {@code top} up to but without {@code right}, {@code bottom}. */
record Region(int left, int top, int right, int bottom) {

    /** Where a code with these finders lies, and so many modules around it. */
    static Region around(FinderTriple triple, double modules) {
        Finder corner = triple.corner();
        Finder right = triple.right();
        Finder below = triple.below();
        double fourthX = right.x() + below.x() - corner.x();
        double fourthY = right.y() + below.y() - corner.y();
        double margin = modules * triple.module();
        return new Region(
                (int) (least(corner.x(), right.x(), below.x(), fourthX) - margin),
                (int) (least(corner.y(), right.y(), below.y(), fourthY) - margin),
                (int) (most(corner.x(), right.x(), below.x(), fourthX) + margin),
                (int) (most(corner.y(), right.y(), below.y(), fourthY) + margin));
    }

    Region times(int factor) {
        return new Region(left * factor, top * factor, right * factor, bottom * factor);
    }

    /** What of it lies in a picture, copied; at least one pixel. */
    GreyPicture of(GreyPicture picture) {
        int x = Math.max(0, Math.min(picture.width() - 1, left));
        int y = Math.max(0, Math.min(picture.height() - 1, top));
        int width = Math.max(1, Math.min(picture.width(), right) - x);
        int height = Math.max(1, Math.min(picture.height(), bottom) - y);
        byte[] pixels = new byte[width * height];
        for (int row = 0; row < height; row++) {
            System.arraycopy(picture.pixels(), (y + row) * picture.width() + x, pixels, row * width, width);
        }
        return new GreyPicture(width, height, pixels);
    }

    private static double least(double a, double b, double c, double d) {
        return Math.min(Math.min(a, b), Math.min(c, d));
    }

    private static double most(double a, double b, double c, double d) {
        return Math.max(Math.max(a, b), Math.max(c, d));
    }
}
