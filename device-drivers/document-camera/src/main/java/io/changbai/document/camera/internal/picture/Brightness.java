package io.changbai.document.camera.internal.picture;

/** How the brightness of a picture is spread. */
final class Brightness {

    private static final int LEVELS = 256;

    private final int[] count = new int[LEVELS];
    private final int total;

    Brightness(Picture picture) {
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                count[picture.luma(x, y)]++;
            }
        }
        total = picture.width() * picture.height();
    }

    /** The brightness that all but {@code share} of the pixels do not exceed. */
    int allBut(double share) {
        long above = 0;
        int level = LEVELS - 1;
        while (level > 0 && above + count[level] <= share * total) {
            above += count[level--];
        }
        return level;
    }

    /**
     * Parts the picture into dark and bright where the two differ most (Otsu).
     *
     * @return the brightest level that is dark, and how far the means of dark and bright lie apart
     */
    Parting part() {
        double all = 0;
        for (int level = 0; level < LEVELS; level++) {
            all += (double) level * count[level];
        }
        Parting best = new Parting(0, 0);
        double most = -1;
        double below = 0;
        double darker = 0;
        for (int level = 0; level < LEVELS - 1; level++) {
            below += count[level];
            darker += (double) level * count[level];
            if (below > 0 && below < total) {
                double apart = (all - darker) / (total - below) - darker / below;
                double between = below * (total - below) * apart * apart;
                best = between > most ? new Parting(level, apart) : best;
                most = Math.max(most, between);
            }
        }
        return best;
    }

    /** Where dark ends, and how clearly. */
    record Parting(int threshold, double apart) {}
}
