package io.changbai.face.engine;

import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.Laplacian;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/** What the grey values of a part of a picture say. */
final class Pixels {

    private static final int NEARLY_BLACK = 26;
    private static final int NEARLY_WHITE = 247;
    private static final int SHARPNESS_WIDTH = 128;

    private final int[] histogram = new int[256];
    private final int count;

    Pixels(Mat grey, Rect part) {
        try (UByteIndexer pixels = grey.createIndexer()) {
            for (int y = part.y(); y < part.y() + part.height(); y++) {
                for (int x = part.x(); x < part.x() + part.width(); x++) {
                    histogram[pixels.get(y, x)]++;
                }
            }
        }
        this.count = Math.max(1, part.width() * part.height());
    }

    double dark() {
        return part(0, NEARLY_BLACK);
    }

    double bright() {
        return part(NEARLY_WHITE + 1, 256);
    }

    private double part(int from, int to) {
        int sum = 0;
        for (int value = from; value < to; value++) {
            sum += histogram[value];
        }
        return (double) sum / count;
    }

    double mean() {
        double sum = 0;
        for (int value = 0; value < 256; value++) {
            sum += (double) value * histogram[value];
        }
        return sum / count / 255;
    }

    double variance() {
        double mean = mean();
        double sum = 0;
        for (int value = 0; value < 256; value++) {
            double off = value / 255.0 - mean;
            sum += off * off * histogram[value];
        }
        return sum / count;
    }

    double entropy() {
        double bits = 0;
        for (int number : histogram) {
            if (number > 0) {
                double share = (double) number / count;
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }

    /** Variance of the Laplacian, at one size for near and far faces. */
    static double sharpness(Mat grey, Rect face) {
        try (Mat part = new Mat(grey, face);
                Mat small = new Mat();
                Mat edges = new Mat();
                Mat mean = new Mat();
                Mat deviation = new Mat();
                Size size = new Size(SHARPNESS_WIDTH, SHARPNESS_WIDTH * face.height() / face.width())) {
            resize(part, small, size, 0, 0, INTER_AREA);
            Laplacian(small, edges, CV_64F);
            opencv_core.meanStdDev(edges, mean, deviation);
            double sigma = deviation.createIndexer().getDouble(0, 0);
            Wiped.all(small, edges);
            return sigma * sigma;
        }
    }
}
