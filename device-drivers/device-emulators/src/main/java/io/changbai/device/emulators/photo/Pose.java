package io.changbai.device.emulators.photo;

import java.util.Random;

/**
 * How the code lies before the lens: a pin-hole camera with a barrel-shaped error looks at a plane, a cylinder or a crumpled
 * sheet. Turns a place in the photograph into a place on the sheet, in modules from the middle of the code.
 */
final class Pose {

    private final double[] turn;
    private final double focus;
    private final double distance;
    private final double barrel;
    /** Of the bottle the label sticks on, in modules; infinite on a flat sheet. */
    private final double radius;

    private final double ripple;
    private final double rippleLength;
    private final double ripplePhase;
    private final double shiftX;
    private final double shiftY;

    /**
     * @param hardship 0 to 1, how often something is wrong
     * @param pixels of one module, about
     */
    static Pose random(Random random, double hardship, int shorterSide, double pixels, int dimension, double slack) {
        double tilt = Math.toRadians(hard(random, 0.55 * hardship) * 55);
        double towards = random.nextDouble() * 2 * Math.PI;
        double roll = random.nextInt(3) == 0
                ? random.nextDouble() * 2 * Math.PI
                : Math.toRadians(random.nextInt(4) * 90 + random.nextGaussian() * 6);
        double focus = shorterSide * (0.9 + random.nextDouble());
        double radius = random.nextDouble() < 0.13 * hardship ? dimension * (0.62 + 1.5 * random.nextDouble()) : 1e9;
        double ripple = random.nextDouble() < 0.07 * hardship ? dimension * 0.02 * random.nextDouble() : 0;
        return new Pose(
                rotation(tilt, towards, roll),
                focus,
                focus / pixels,
                random.nextDouble() < 0.3 * hardship ? 0.12 * random.nextGaussian() : 0,
                radius,
                ripple,
                dimension * (0.7 + random.nextDouble()),
                random.nextDouble() * 6,
                (random.nextDouble() - 0.5) * slack,
                (random.nextDouble() - 0.5) * slack);
    }

    /** Straight before the lens, but turned by {@code roll} radians. */
    static Pose straight(double roll, double pixels) {
        return new Pose(rotation(0, 0, roll), 1000, 1000 / pixels, 0, 1e9, 0, 1, 0, 0, 0);
    }

    private Pose(
            double[] turn,
            double focus,
            double distance,
            double barrel,
            double radius,
            double ripple,
            double rippleLength,
            double ripplePhase,
            double shiftX,
            double shiftY) {
        this.turn = turn;
        this.focus = focus;
        this.distance = distance;
        this.barrel = barrel;
        this.radius = radius;
        this.ripple = ripple;
        this.rippleLength = rippleLength;
        this.ripplePhase = ripplePhase;
        this.shiftX = shiftX;
        this.shiftY = shiftY;
    }

    boolean isBent() {
        return radius < 1e8 || ripple > 0;
    }

    /** Near 0 most times, near 1 seldom. */
    private static double hard(Random random, double share) {
        return random.nextDouble() < share ? random.nextDouble() * random.nextDouble() : random.nextDouble() * 0.25;
    }

    private static double[] rotation(double tilt, double towards, double roll) {
        double[] inPlane = {Math.cos(roll), -Math.sin(roll), 0, Math.sin(roll), Math.cos(roll), 0, 0, 0, 1};
        double ax = Math.cos(towards);
        double ay = Math.sin(towards);
        double c = Math.cos(tilt);
        double s = Math.sin(tilt);
        double[] about = {
            c + ax * ax * (1 - c),
            ax * ay * (1 - c),
            ay * s,
            ax * ay * (1 - c),
            c + ay * ay * (1 - c),
            -ax * s,
            -ay * s,
            ax * s,
            c
        };
        double[] product = new double[9];
        for (int i = 0; i < 9; i++) {
            for (int k = 0; k < 3; k++) {
                product[i] += about[i / 3 * 3 + k] * inPlane[k * 3 + i % 3];
            }
        }
        return product;
    }

    /**
     * Where on the sheet the eye looks through pixel {@code x}, {@code y} from the middle of the photograph.
     *
     * @param out receives the place; NaN where the eye looks past the sheet
     */
    void onSheet(double x, double y, double[] out) {
        double px = (x - shiftX) / focus;
        double py = (y - shiftY) / focus;
        double bent = 1 + barrel * (px * px + py * py);
        // eye and direction in the sheet's own coordinates
        double ex = -turn[6] * distance;
        double ey = -turn[7] * distance;
        double ez = -turn[8] * distance;
        double dx = turn[0] * px * bent + turn[3] * py * bent + turn[6];
        double dy = turn[1] * px * bent + turn[4] * py * bent + turn[7];
        double dz = turn[2] * px * bent + turn[5] * py * bent + turn[8];
        if (radius > 1e8) {
            double t = -ez / dz;
            out[0] = t > 0 ? ex + t * dx : Double.NaN;
        } else {
            // x² + (z - r)² = r²: a cylinder that touches the plane z = 0 along the y axis, its body behind it
            double a = dx * dx + dz * dz;
            double b = ex * dx + (ez - radius) * dz;
            double c = ex * ex + (ez - radius) * (ez - radius) - radius * radius;
            double root = b * b - a * c;
            double t = root < 0 ? Double.NaN : (-b - Math.sqrt(root)) / a;
            out[0] = radius * Math.atan2(ex + t * dx, radius - (ez + t * dz));
        }
        double t = radius > 1e8 ? -ez / dz : along(ex, ez, dx, dz);
        out[1] = ey + t * dy;
        out[0] += ripple * Math.sin(out[1] * 6.28 / rippleLength + ripplePhase);
        out[1] += ripple * Math.sin(out[0] * 6.28 / rippleLength + ripplePhase * 2);
    }

    private double along(double ex, double ez, double dx, double dz) {
        double a = dx * dx + dz * dz;
        double b = ex * dx + (ez - radius) * dz;
        double c = ex * ex + (ez - radius) * (ez - radius) - radius * radius;
        double root = b * b - a * c;
        return root < 0 ? Double.NaN : (-b - Math.sqrt(root)) / a;
    }
}
