package io.changbai.document.camera.internal.picture;

import java.util.List;

/** The four corners of a page as the camera sees it, clockwise from the one that is its upper left. */
public record Quad(Spot upperLeft, Spot upperRight, Spot lowerRight, Spot lowerLeft) {

    private static final double LEAST_SINE = 0.86; // corners between 60 and 120 degrees

    /** @param corners four, clockwise; turned so that the first side points to the right as well as it can */
    static Quad upright(List<Spot> corners) {
        int first = 0;
        for (int i = 1; i < 4; i++) {
            first = slope(corners, i) > slope(corners, first) ? i : first;
        }
        return new Quad(
                corners.get(first),
                corners.get((first + 1) % 4),
                corners.get((first + 2) % 4),
                corners.get((first + 3) % 4));
    }

    /** The cosine of a side's direction: 1 when it points to the right. */
    private static double slope(List<Spot> corners, int from) {
        Spot a = corners.get(from);
        Spot b = corners.get((from + 1) % 4);
        return (b.x() - a.x()) / Math.max(1e-9, a.distance(b));
    }

    public List<Spot> corners() {
        return List.of(upperLeft, upperRight, lowerRight, lowerLeft);
    }

    public double width() {
        return (upperLeft.distance(upperRight) + lowerLeft.distance(lowerRight)) / 2;
    }

    public double height() {
        return (upperLeft.distance(lowerLeft) + upperRight.distance(lowerRight)) / 2;
    }

    double area() {
        return (upperLeft.turn(upperRight, lowerRight) + upperLeft.turn(lowerRight, lowerLeft)) / 2;
    }

    /** Whether it may be a rectangle that a camera sees a little from the side. */
    boolean isPageShaped() {
        double ratio = width() / Math.max(1e-9, height());
        if (ratio > 3 || ratio < 1.0 / 3) {
            return false;
        }
        List<Spot> corners = corners();
        for (int i = 0; i < 4; i++) {
            Spot here = corners.get(i);
            Spot before = corners.get((i + 3) % 4);
            Spot next = corners.get((i + 1) % 4);
            double sides = here.distance(before) * here.distance(next);
            if (here.turn(next, before) < LEAST_SINE * sides) {
                return false;
            }
        }
        return true;
    }

    /** The farthest that a corner lies from the other's. */
    public double moved(Quad other) {
        double farthest = 0;
        for (int i = 0; i < 4; i++) {
            farthest =
                    Math.max(farthest, corners().get(i).distance(other.corners().get(i)));
        }
        return farthest;
    }

    /** The same page in a picture {@code factor} times as large, seen from {@code left}, {@code top} in that. */
    public Quad scaled(double factor, int left, int top) {
        List<Spot> to = corners().stream()
                .map(spot -> new Spot(spot.x() * factor - left, spot.y() * factor - top))
                .toList();
        return new Quad(to.get(0), to.get(1), to.get(2), to.get(3));
    }

    /** A little smaller, so that nothing of the table is at its edges. */
    public Quad inset(double share) {
        Spot middle = upperLeft.towards(lowerRight, 0.5).towards(upperRight.towards(lowerLeft, 0.5), 0.5);
        List<Spot> to =
                corners().stream().map(spot -> spot.towards(middle, share)).toList();
        return new Quad(to.get(0), to.get(1), to.get(2), to.get(3));
    }

    /** Whether a corner lies at the edge of a picture, or beyond. */
    boolean reachesOver(int width, int height) {
        return corners().stream()
                .anyMatch(spot -> spot.x() < 2 || spot.y() < 2 || spot.x() > width - 2 || spot.y() > height - 2);
    }
}
