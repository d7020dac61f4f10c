package io.changbai.qr.scanner.internal.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Three finders that may be the corners of one code. Turning from {@code right} to {@code below} is clockwise. */
record FinderTriple(Finder corner, Finder right, Finder below, double oddness) {

    /** Beyond this no code looks so, however it is tilted. */
    private static final double TOO_ODD = 2.2;

    /** @return the least odd first, at most {@code most} */
    static List<FinderTriple> among(List<Finder> finders, int most) {
        List<FinderTriple> triples = new ArrayList<>();
        for (int i = 0; i < finders.size(); i++) {
            for (int j = i + 1; j < finders.size(); j++) {
                for (int k = j + 1; k < finders.size(); k++) {
                    FinderTriple triple = of(finders.get(i), finders.get(j), finders.get(k));
                    if (triple.oddness < TOO_ODD) {
                        triples.add(triple);
                    }
                }
            }
        }
        triples.sort(Comparator.comparingDouble(FinderTriple::oddness));
        return triples.size() > most ? triples.subList(0, most) : triples;
    }

    private static FinderTriple of(Finder a, Finder b, Finder c) {
        double ab = a.distance(b);
        double bc = b.distance(c);
        double ca = c.distance(a);
        if (bc >= ab && bc >= ca) {
            return turned(a, b, c);
        }
        return ca >= ab ? turned(b, c, a) : turned(c, a, b);
    }

    private static FinderTriple turned(Finder corner, Finder one, Finder other) {
        double cross =
                (one.x() - corner.x()) * (other.y() - corner.y()) - (one.y() - corner.y()) * (other.x() - corner.x());
        Finder right = cross > 0 ? one : other;
        Finder below = cross > 0 ? other : one;
        return new FinderTriple(corner, right, below, oddness(corner, right, below));
    }

    private static double oddness(Finder corner, Finder right, Finder below) {
        double across = corner.distance(right);
        double down = corner.distance(below);
        double module = (corner.module() + right.module() + below.module()) / 3;
        double cosine = ((right.x() - corner.x()) * (below.x() - corner.x())
                        + (right.y() - corner.y()) * (below.y() - corner.y()))
                / (across * down + 1e-9);
        double modules = (across + down) / 2 / module;
        double largest = Math.max(corner.module(), Math.max(right.module(), below.module()));
        double smallest = Math.min(corner.module(), Math.min(right.module(), below.module()));
        double size = modules < 10 || modules > 190 ? 5 : modules > 80 ? 0.3 : 0;
        double seldom = 0;
        for (Finder finder : List.of(corner, right, below)) {
            seldom += Math.max(0, 0.4 - finder.seen() / (finder.module() * 4));
        }
        return Math.abs(Math.log(across / down)) + Math.abs(cosine) + Math.log(largest / smallest) + size + seldom;
    }

    /** The mean width of a module in pixels. */
    double module() {
        return (corner.module() + right.module() + below.module()) / 3;
    }
}
