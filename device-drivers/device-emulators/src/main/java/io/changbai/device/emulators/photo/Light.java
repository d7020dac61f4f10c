package io.changbai.device.emulators.photo;

import java.util.Random;

/** How light falls: from one side, with a shadow's edge across, with a lamp mirrored in it. */
final class Light {

    private final double dark;
    private final double bright;
    private final double fallX;
    private final double fallY;
    private final double edgeX;
    private final double edgeY;
    private final double edgeAt;
    private final double shadow;
    private final double glareX;
    private final double glareY;
    private final double glare;
    private final double glareSize;

    private Light(Random random, double hardship, int side) {
        double contrast = random.nextDouble() < 0.15 * hardship
                ? 0.09 + 0.2 * random.nextDouble()
                : 0.4 + 0.5 * random.nextDouble();
        this.dark = 0.04 + random.nextDouble() * (0.9 - contrast);
        this.bright = Math.min(1, dark + contrast);
        double fall = random.nextDouble() < 0.35 * hardship ? random.nextDouble() * 1.1 : 0.15 * random.nextDouble();
        double towards = random.nextDouble() * 6.28;
        this.fallX = fall * Math.cos(towards) / side;
        this.fallY = fall * Math.sin(towards) / side;
        double across = random.nextDouble() * 6.28;
        this.edgeX = Math.cos(across);
        this.edgeY = Math.sin(across);
        this.edgeAt = (random.nextDouble() - 0.5) * side * 0.5;
        this.shadow = random.nextDouble() < 0.15 * hardship ? 0.35 + 0.4 * random.nextDouble() : 1;
        this.glareX = (random.nextDouble() - 0.5) * side * 0.6;
        this.glareY = (random.nextDouble() - 0.5) * side * 0.6;
        this.glare = random.nextDouble() < 0.1 * hardship ? 0.3 + 0.9 * random.nextDouble() : 0;
        this.glareSize = side * (0.04 + 0.12 * random.nextDouble());
    }

    static Light random(Random random, double hardship, int side) {
        return new Light(random, hardship, side);
    }

    /** @param ink 0 for print, 1 for paper; x and y from the middle of the photograph in pixels */
    double on(double ink, double x, double y) {
        double shade = (dark + (bright - dark) * ink) * (1 + fallX * x + fallY * y);
        if (shadow < 1) {
            double beyond = (x * edgeX + y * edgeY - edgeAt) / 3;
            shade *= beyond > 1 ? shadow : beyond < 0 ? 1 : 1 + (shadow - 1) * beyond;
        }
        if (glare > 0) {
            double far = ((x - glareX) * (x - glareX) + (y - glareY) * (y - glareY)) / (glareSize * glareSize);
            shade += glare * Math.exp(-far);
        }
        return shade;
    }
}
