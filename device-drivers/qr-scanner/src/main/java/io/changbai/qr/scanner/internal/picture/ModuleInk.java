package io.changbai.qr.scanner.internal.picture;

import io.changbai.device.api.scanner.GreyPicture;

/** Reads a symbol's modules off a picture by its grid and decides module by module, each by the modules around it. */
final class ModuleInk {

    private static final double[][] SPOTS = {{0, 0}, {-0.22, -0.22}, {0.22, -0.22}, {-0.22, 0.22}, {0.22, 0.22}};
    private static final int AROUND = 4;

    private final int n;
    private final float[] grey;

    ModuleInk(GreyPicture picture, Grid grid) {
        this.n = grid.dimension;
        this.grey = new float[n * n];
        Bilinear pixels = new Bilinear(picture);
        double[] place = new double[2];
        for (int i = 0; i < grey.length; i++) {
            double sum = 0;
            for (double[] spot : SPOTS) {
                grid.place(i % n + 0.5 + spot[0], i / n + 0.5 + spot[1], place);
                sum += pixels.at(place[0], place[1]);
            }
            grey[i] = (float) (sum / SPOTS.length);
        }
    }

    /**
     * @param sharpness how much of what neighbours bled into each module is taken back; 0 to 0.6
     * @return above 0 ink, below paper, in shades of grey
     */
    float[] ink(double sharpness) {
        float[] sharp = sharpened(sharpness);
        float[] threshold = thresholds(sharp, thresholds(sharp, null));
        float[] ink = new float[sharp.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = threshold[i] - sharp[i];
        }
        return ink;
    }

    private float[] sharpened(double sharpness) {
        if (sharpness == 0) {
            return grey;
        }
        float[] sharp = new float[grey.length];
        for (int i = 0; i < grey.length; i++) {
            int u = i % n;
            int v = i / n;
            float around = grey[u > 0 ? i - 1 : i]
                    + grey[u < n - 1 ? i + 1 : i]
                    + grey[v > 0 ? i - n : i]
                    + grey[v < n - 1 ? i + n : i];
            sharp[i] = (float) (grey[i] + sharpness * (grey[i] - around / 4));
        }
        return sharp;
    }

    /** Half-way between the mean of the darker and of the brighter modules around, as told apart by {@code before}. */
    private float[] thresholds(float[] values, float[] before) {
        float[] thresholds = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            thresholds[i] = threshold(values, before, i % n, i / n);
        }
        return thresholds;
    }

    private float threshold(float[] values, float[] before, int u, int v) {
        float dark = 0;
        float bright = 0;
        int darks = 0;
        int brights = 0;
        for (int y = Math.max(0, v - AROUND); y <= Math.min(n - 1, v + AROUND); y++) {
            for (int x = Math.max(0, u - AROUND); x <= Math.min(n - 1, u + AROUND); x++) {
                float value = values[y * n + x];
                if (before != null && value < before[y * n + x]) {
                    dark += value;
                    darks++;
                } else {
                    bright += value;
                    brights++;
                }
            }
        }
        if (darks == 0) {
            return bright / brights;
        }
        return brights == 0 ? dark / darks : (dark / darks + bright / brights) / 2;
    }
}
