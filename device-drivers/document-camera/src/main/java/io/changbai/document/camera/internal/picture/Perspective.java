package io.changbai.document.camera.internal.picture;

/** How a page seen from the side maps to the page seen from above: a projective map of the unit square to four corners. */
public final class Perspective {

    private final double xu;
    private final double xv;
    private final double x0;
    private final double yu;
    private final double yv;
    private final double y0;
    private final double wu;
    private final double wv;

    /** Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, section 2.2.3. */
    public Perspective(Quad quad) {
        Spot a = quad.upperLeft();
        Spot b = quad.upperRight();
        Spot c = quad.lowerRight();
        Spot d = quad.lowerLeft();
        double dx1 = b.x() - c.x();
        double dx2 = d.x() - c.x();
        double dy1 = b.y() - c.y();
        double dy2 = d.y() - c.y();
        double sx = a.x() - b.x() + c.x() - d.x();
        double sy = a.y() - b.y() + c.y() - d.y();
        double determinant = dx1 * dy2 - dx2 * dy1;
        wu = (sx * dy2 - dx2 * sy) / determinant;
        wv = (dx1 * sy - sx * dy1) / determinant;
        xu = b.x() - a.x() + wu * b.x();
        xv = d.x() - a.x() + wv * d.x();
        x0 = a.x();
        yu = b.y() - a.y() + wu * b.y();
        yv = d.y() - a.y() + wv * d.y();
        y0 = a.y();
    }

    /** The page as {@code width} by {@code height} pixels. */
    public Picture straighten(Picture from, int width, int height) {
        Picture to = Picture.blank(width, height, from.bands());
        int at = 0;
        for (int y = 0; y < height; y++) {
            double v = (y + 0.5) / height;
            for (int x = 0; x < width; x++) {
                double u = (x + 0.5) / width;
                double w = wu * u + wv * v + 1;
                double sourceX = (xu * u + xv * v + x0) / w - 0.5;
                double sourceY = (yu * u + yv * v + y0) / w - 0.5;
                mix(from, sourceX, sourceY, to.pixels(), at);
                at += from.bands();
            }
        }
        return to;
    }

    /** Between four pixels; beyond the picture its edge goes on. */
    private static void mix(Picture from, double x, double y, byte[] to, int at) {
        double clampedX = Math.max(0, Math.min(from.width() - 1.001, x));
        double clampedY = Math.max(0, Math.min(from.height() - 1.001, y));
        int left = (int) clampedX;
        int top = (int) clampedY;
        int right = (int) ((clampedX - left) * 256);
        int down = (int) ((clampedY - top) * 256);
        int bands = from.bands();
        int row = from.width() * bands;
        int first = top * row + left * bands;
        byte[] pixels = from.pixels();
        for (int band = 0; band < bands; band++) {
            int i = first + band;
            int upper = (pixels[i] & 0xFF) * (256 - right) + (pixels[i + bands] & 0xFF) * right;
            int lower = (pixels[i + row] & 0xFF) * (256 - right) + (pixels[i + row + bands] & 0xFF) * right;
            to[at + band] = (byte) ((upper * (256 - down) + lower * down + 32_768) >> 16);
        }
    }
}
