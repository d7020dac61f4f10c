package io.changbai.document.camera.internal.picture;

/** A place in a picture, in pixels from its upper left corner. */
public record Spot(double x, double y) {

    /** Twice the area of the triangle from here over {@code b} to {@code c}; positive when it turns clockwise on the screen. */
    double turn(Spot b, Spot c) {
        return (b.x - x) * (c.y - y) - (b.y - y) * (c.x - x);
    }

    double distance(Spot other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    Spot towards(Spot other, double share) {
        return new Spot(x + (other.x - x) * share, y + (other.y - y) * share);
    }
}
