package io.changbai.device.emulators.photo;

import java.util.Locale;
import java.util.Random;

/** Takes one photograph: chooses the sheet, the pose, the light and the camera's faults, and exposes. */
final class Photographer {

    /** What the eye sees of ink (0) or paper (1) at a place in the photograph. */
    @FunctionalInterface
    interface Lamp {
        double on(double ink, double x, double y);
    }

    private static final int FINE = 2;

    private final Random random;
    private final double hardship;

    /** @param hardship 0 to 1, how often something is wrong */
    Photographer(Random random, double hardship) {
        this.random = random;
        this.hardship = hardship;
    }

    CodePhoto takeCode() {
        Symbol symbol = Symbol.random(random, hardship);
        int width = 220 + random.nextInt(421);
        int height = random.nextBoolean() ? width * 3 / 4 : width;
        double fill = 0.3 + 0.45 * random.nextDouble();
        int shorter = Math.min(width, height);
        double pixels = Math.max(1.9 + 0.8 * random.nextDouble(), shorter * fill / symbol.dimension);
        pixels = Math.min(pixels, shorter * 0.88 / symbol.dimension);
        double slack = Math.max(0, shorter - pixels * symbol.dimension * 1.3);
        Pose pose = Pose.random(random, hardship, shorter, pixels, symbol.dimension, slack);
        Damage damage = Damage.random(random, hardship, symbol.dimension);
        boolean inverted = random.nextDouble() < 0.04 * hardship;
        Light light = Light.random(random, hardship, shorter);
        Screen screen = Screen.random(random, hardship);
        Lamp lamp = (ink, x, y) -> light.on(screen.on(inverted ? 1 - ink : ink, x, y), x, y);
        Surroundings around = Surroundings.random(random, hardship, symbol.dimension / 2.0);
        float[] picture = expose(width, height, damage.on(symbol), pose, around, lamp);
        return finish(picture, width, height, symbol.text, pixels, pose.isBent() ? "bent" : "flat");
    }

    CodePhoto takeClutter() {
        int width = 220 + random.nextInt(421);
        int height = random.nextBoolean() ? width * 3 / 4 : width;
        Light light = Light.random(random, hardship, Math.min(width, height));
        Pose pose = Pose.random(random, hardship, Math.min(width, height), 3 + 5 * random.nextDouble(), 40, 0);
        Ink nothing = (x, y) -> Double.NaN;
        float[] picture = expose(width, height, nothing, pose, Surroundings.cluttered(random), light::on);
        return finish(picture, width, height, "", 3, "no code");
    }

    private CodePhoto finish(float[] sharp, int width, int height, String text, double pixels, String shape) {
        double blur = pixels
                * (random.nextDouble() < 0.45 * hardship
                        ? 0.2 + 0.52 * random.nextDouble()
                        : 0.2 * random.nextDouble());
        double shake = random.nextDouble() < 0.2 * hardship ? pixels * (0.4 + 1.1 * random.nextDouble()) : 0;
        double noise =
                random.nextDouble() < 0.5 * hardship ? 0.01 + 0.06 * random.nextDouble() * random.nextDouble() : 0.004;
        float quality = (float) (0.7 - 0.5 * hardship) + 0.25f * random.nextFloat();
        float[] soft = Darkroom.blur(sharp, width, blur);
        float[] shaken = Darkroom.shake(soft, width, shake, random.nextDouble() * Math.PI);
        byte[] pixelsOut = Darkroom.develop(shaken, noise, random);
        String story = String.format(
                Locale.ROOT,
                "%s module=%.1f blur=%.1f shake=%.1f noise=%.3f jpeg=%.2f",
                shape,
                pixels,
                blur,
                shake,
                noise,
                quality);
        return new CodePhoto(width, height, Darkroom.compress(pixelsOut, width, quality), text, story);
    }

    /** Paper 1, ink 0, NaN where the surroundings are to be seen. Places in modules from the middle. */
    @FunctionalInterface
    interface Ink {
        double at(double x, double y);
    }

    static float[] expose(int width, int height, Symbol symbol, Pose pose, Surroundings around, Lamp lamp) {
        return expose(width, height, Damage.none().on(symbol), pose, around, lamp);
    }

    private static float[] expose(int width, int height, Ink ink, Pose pose, Surroundings around, Lamp lamp) {
        float[] picture = new float[width * height];
        double[] place = new double[2];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int i = 0; i < FINE * FINE; i++) {
                    double fineX = x + (i % FINE + 0.5) / FINE - width / 2.0;
                    double fineY = y + (i / FINE + 0.5) / FINE - height / 2.0;
                    pose.onSheet(fineX, fineY, place);
                    sum += lamp.on(seen(place, ink, around), fineX, fineY);
                }
                picture[y * width + x] = (float) (sum / (FINE * FINE));
            }
        }
        return picture;
    }

    private static double seen(double[] place, Ink ink, Surroundings around) {
        if (Double.isNaN(place[0]) || Double.isNaN(place[1])) {
            return 0.5;
        }
        double seen = ink.at(place[0], place[1]);
        return Double.isNaN(seen) ? around.at(place[0], place[1]) : seen;
    }
}
