package io.changbai.device.emulators.photo;

import java.util.Random;

/** A telephone's screen has lines of its own, which beat against the camera's pixels. */
final class Screen {

    private final double depth;
    private final double stepX;
    private final double stepY;

    private Screen(double depth, double stepX, double stepY) {
        this.depth = depth;
        this.stepX = stepX;
        this.stepY = stepY;
    }

    static Screen random(Random random, double hardship) {
        double depth = random.nextDouble() < 0.12 * hardship ? 0.1 + 0.4 * random.nextDouble() : 0;
        double angle = random.nextGaussian() * 0.3;
        double period = 2.1 + 4 * random.nextDouble();
        return new Screen(depth, Math.cos(angle) * 6.28 / period, Math.sin(angle) * 6.28 / period);
    }

    double on(double ink, double x, double y) {
        return depth == 0 ? ink : ink * (1 - depth * (0.5 + 0.5 * Math.sin(x * stepX + y * stepY)));
    }
}
