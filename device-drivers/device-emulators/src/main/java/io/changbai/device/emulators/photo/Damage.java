package io.changbai.device.emulators.photo;

import java.util.Random;

/** Stains, scratches and stickers on a code, and the picture in its middle. */
final class Damage {

    private final double[][] spots;

    private Damage(double[][] spots) {
        this.spots = spots;
    }

    static Damage none() {
        return new Damage(new double[0][]);
    }

    /** Each spot: middle, half width, half height, shade; in modules from the middle of the code. */
    static Damage random(Random random, double hardship, int dimension) {
        if (random.nextDouble() > 0.13 * hardship) {
            return none();
        }
        double[][] spots = new double[1 + random.nextInt(4)][];
        for (int i = 0; i < spots.length; i++) {
            boolean scratch = random.nextInt(3) == 0;
            spots[i] = new double[] {
                (random.nextDouble() - 0.5) * dimension,
                (random.nextDouble() - 0.5) * dimension,
                scratch ? 0.3 : 0.5 + random.nextDouble() * 1.6,
                scratch ? dimension / 3.0 : 0.5 + random.nextDouble() * 1.6,
                random.nextInt(3) == 0 ? 0.5 : random.nextInt(2)
            };
        }
        return new Damage(spots);
    }

    Photographer.Ink on(Symbol symbol) {
        double half = symbol.dimension / 2.0;
        return (x, y) -> {
            for (double[] spot : spots) {
                if (Math.abs(x - spot[0]) < spot[2] && Math.abs(y - spot[1]) < spot[3]) {
                    return spot[4];
                }
            }
            if (symbol.isLogo(x + half, y + half)) {
                return (Math.floor(x) + Math.floor(y)) % 3 == 0 ? 0.3 : 0.8;
            }
            boolean inside = Math.abs(x) < half && Math.abs(y) < half;
            return inside ? (symbol.isDark(x + half, y + half) ? 0 : 1) : Double.NaN;
        };
    }
}
