package io.changbai.device.emulators.photo;

import java.util.Arrays;
import java.util.Random;

/** What lies around a code: paper with print, a table, other things with edges. Places in modules from the code's middle. */
final class Surroundings {

    private static final int TILES = 256;

    private final float[] tiles = new float[TILES * TILES];
    private final double tileSize;
    private final double sheetHalf;
    private final double paper;

    private Surroundings(double tileSize, double sheetHalf, double paper) {
        this.tileSize = tileSize;
        this.sheetHalf = sheetHalf;
        this.paper = paper;
    }

    static Surroundings random(Random random, double hardship, double half) {
        double quiet = random.nextDouble() < 0.12 * hardship ? random.nextDouble() * 2.5 : 4 + random.nextDouble() * 6;
        Surroundings s = new Surroundings(0.25 + 0.5 * random.nextDouble(), half + quiet, 1);
        int clutter = random.nextInt(3);
        Arrays.fill(s.tiles, clutter == 0 ? 0.95f : random.nextFloat());
        if (clutter == 1) {
            s.things(random, 30);
        } else if (clutter == 2) {
            s.print(random);
        }
        return s;
    }

    static Surroundings white() {
        Surroundings s = new Surroundings(1, 1e9, 1);
        Arrays.fill(s.tiles, 1);
        return s;
    }

    /** A bright screen in a dim room. */
    static Surroundings telephone(int dimension) {
        Surroundings s = new Surroundings(1, dimension / 2.0 + 5, 1);
        Arrays.fill(s.tiles, 0.3f);
        return s;
    }

    /** For pictures that show no code. */
    static Surroundings cluttered(Random random) {
        Surroundings s = new Surroundings(0.3 + 2 * random.nextDouble(), -1, 1);
        Arrays.fill(s.tiles, random.nextFloat());
        if (random.nextBoolean()) {
            s.things(random, 60 + random.nextInt(200));
        }
        if (random.nextBoolean()) {
            s.print(random);
        }
        if (random.nextInt(3) == 0) {
            s.checks(random);
        }
        return s;
    }

    double at(double x, double y) {
        if (Math.max(Math.abs(x), Math.abs(y)) < sheetHalf) {
            return paper;
        }
        int column = Math.floorMod((int) Math.floor(x / tileSize), TILES);
        int row = Math.floorMod((int) Math.floor(y / tileSize), TILES);
        return tiles[row * TILES + column];
    }

    private void things(Random random, int count) {
        for (int i = 0; i < count; i++) {
            int x = random.nextInt(TILES);
            int y = random.nextInt(TILES);
            block(x, y, 4 + random.nextInt(90), 4 + random.nextInt(90), random.nextFloat());
        }
    }

    /** Lines of something like letters. */
    private void print(Random random) {
        int letter = 2 + random.nextInt(3);
        for (int y = 0; y + letter * 2 < TILES; y += letter * 4) {
            for (int x = 0; x < TILES; x++) {
                if (random.nextInt(3) > 0) {
                    block(x, y + random.nextInt(letter), 1, letter + random.nextInt(letter), 0.1f);
                }
            }
        }
    }

    private void checks(Random random) {
        int size = 2 + random.nextInt(5);
        for (int i = 0; i < tiles.length; i++) {
            if (i % TILES < 128 && ((i % TILES / size) + (i / TILES / size)) % 2 == 0) {
                tiles[i] = 0.05f;
            }
        }
    }

    private void block(int x, int y, int width, int height, float shade) {
        for (int row = y; row < Math.min(TILES, y + height); row++) {
            for (int column = x; column < Math.min(TILES, x + width); column++) {
                tiles[row * TILES + column] = shade;
            }
        }
    }
}
