package io.changbai.face.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The arithmetic from what was measured to OFIQ's scores of 0 to 100. Forms and constants follow ISO/IEC 29794-5 where a
 * detector of boxes can give the measured value; {@code UnifiedQualityScore} is a network there and the lowest component
 * here.
 */
final class Scores {

    static final int NOT_JUDGED = -1;

    private final Map<String, Integer> values = new LinkedHashMap<>();

    void put(String component, int score) {
        values.put(component, Math.max(NOT_JUDGED, Math.min(100, score)));
    }

    /** The components that were judged, and the lowest of them as the unified score. */
    Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put(
                "UnifiedQualityScore",
                values.values().stream()
                        .filter(score -> score >= 0)
                        .min(Integer::compare)
                        .orElse(NOT_JUDGED));
        all.putAll(values);
        return all;
    }

    /** 50 at 70 pixels, 27 at 50, 73 at 90. */
    static int interEyeDistance(double pixels) {
        return percent(sigmoid(pixels, 70, 20));
    }

    /** @param mean of the grey values, 0 to 1 */
    static int luminanceMean(double mean) {
        return percent(sigmoid(mean, 0.2, 0.05) * (1 - sigmoid(mean, 0.8, 0.05)));
    }

    /** @param variance of the grey values, 0 to 1 */
    static int luminanceVariance(double variance) {
        return percent(Math.sin(60 * variance / (60 * variance + 1) * Math.PI));
    }

    /** @param bits entropy of the histogram of 256 grey values */
    static int dynamicRange(double bits) {
        return percent(bits / 8);
    }

    /** @param part of the pixels that are nearly black, or nearly white */
    static int exposure(double part) {
        return percent(1 - part / 0.5);
    }

    /** @param variance of the Laplacian of the face at 128 pixels width; a sharp webcam face has some hundreds */
    static int sharpness(double variance) {
        return percent(1 - Math.exp(-variance / 250));
    }

    /** @param second area of the second largest face as part of the largest's */
    static int singleFace(double second) {
        return percent(1 - second);
    }

    static int roll(double radians) {
        double cos = Math.max(0, Math.cos(radians));
        return percent(cos * cos);
    }

    /** @param part height of the face of the height of the picture; 0.45 is ideal */
    static int headSize(double part) {
        return percent(2 * (1 - sigmoid(Math.abs(part - 0.45), 0, 0.05)));
    }

    private static double sigmoid(double value, double centre, double width) {
        return 1 / (1 + Math.exp(-(value - centre) / width));
    }

    private static int percent(double part) {
        return (int) Math.round(100 * Math.max(0, Math.min(1, part)));
    }
}
