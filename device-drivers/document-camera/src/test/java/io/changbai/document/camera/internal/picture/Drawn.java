package io.changbai.document.camera.internal.picture;

import java.util.Random;

/** Grey pictures drawn dot by dot, of pages seen from any side. */
final class Drawn {

    static final int WIDTH = 400;
    static final int HEIGHT = 300;

    private Drawn() {}

    static Picture table(int shade) {
        Picture picture = Picture.blank(WIDTH, HEIGHT, 1);
        Random grain = new Random(3);
        for (int i = 0; i < picture.pixels().length; i++) {
            picture.pixels()[i] = (byte) Math.max(0, shade + grain.nextInt(7) - 3);
        }
        return picture;
    }

    /** Fills a convex four-cornered shape, corners clockwise. */
    static Picture with(Picture picture, Quad quad, int shade) {
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (isInside(quad, new Spot(x + 0.5, y + 0.5))) {
                    picture.pixels()[y * picture.width() + x] = (byte) shade;
                }
            }
        }
        return picture;
    }

    private static boolean isInside(Quad quad, Spot spot) {
        for (int i = 0; i < 4; i++) {
            if (quad.corners().get(i).turn(quad.corners().get((i + 1) % 4), spot) < 0) {
                return false;
            }
        }
        return true;
    }

    static Quad quad(double... xy) {
        return new Quad(new Spot(xy[0], xy[1]), new Spot(xy[2], xy[3]), new Spot(xy[4], xy[5]), new Spot(xy[6], xy[7]));
    }
}
