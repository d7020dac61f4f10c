package io.changbai.qr.scanner.internal.picture;

/**
 * What looks like one of the three squares in a code's corners.
 *
 * @param x of its middle, in pixels
 * @param module so many pixels wide
 * @param seen in so many rows
 */
record Finder(double x, double y, double module, int seen) {

    boolean isNear(double otherX, double otherY, double otherModule) {
        return Math.abs(x - otherX) <= Math.max(module, otherModule) * 1.6
                && Math.abs(y - otherY) <= Math.max(module, otherModule) * 1.6;
    }

    /** This one seen once more. */
    Finder and(double otherX, double otherY, double otherModule) {
        int all = seen + 1;
        return new Finder(
                (x * seen + otherX) / all, (y * seen + otherY) / all, (module * seen + otherModule) / all, all);
    }

    double distance(Finder other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
