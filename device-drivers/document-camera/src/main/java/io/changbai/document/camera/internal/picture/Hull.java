package io.changbai.document.camera.internal.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The rubber band around a set of spots, and the largest four-cornered piece of it. */
final class Hull {

    private static final int ROUNDS = 10;

    private final List<Spot> corners;

    /** Clockwise on the screen, by Andrew's monotone chain. */
    Hull(List<Spot> spots) {
        List<Spot> sorted = new ArrayList<>(spots);
        sorted.sort(Comparator.comparingDouble(Spot::x).thenComparingDouble(Spot::y));
        List<Spot> half = chain(sorted);
        List<Spot> back = new ArrayList<>(sorted);
        Collections.reverse(back);
        half.addAll(chain(back));
        this.corners = half;
    }

    /** One half, without its last spot. */
    private static List<Spot> chain(List<Spot> sorted) {
        List<Spot> chain = new ArrayList<>();
        for (Spot next : sorted) {
            while (chain.size() >= 2 && chain.get(chain.size() - 2).turn(chain.get(chain.size() - 1), next) <= 0) {
                chain.remove(chain.size() - 1);
            }
            chain.add(next);
        }
        chain.remove(chain.size() - 1);
        return chain;
    }

    int size() {
        return corners.size();
    }

    double area() {
        double twice = 0;
        for (int i = 2; i < corners.size(); i++) {
            twice += corners.get(0).turn(corners.get(i - 1), corners.get(i));
        }
        return twice / 2;
    }

    /** Four of its corners, clockwise, that hold the largest area: each in turn is moved to where that grows most. */
    List<Spot> largestQuad() {
        int size = corners.size();
        int[] chosen = {0, size / 4, size / 2, size * 3 / 4};
        begin(chosen);
        boolean moved = true;
        for (int round = 0; round < ROUNDS && moved; round++) {
            moved = false;
            for (int i = 0; i < 4; i++) {
                int best = farthest(chosen[(i + 3) % 4], chosen[(i + 1) % 4]);
                moved |= best != chosen[i];
                chosen[i] = best;
            }
        }
        List<Spot> quad = new ArrayList<>();
        for (int each : chosen) {
            quad.add(corners.get(each));
        }
        return quad;
    }

    /** A diagonal, roughly: the corner farthest from the first, the one farthest from that, and one on either side. */
    private void begin(int[] chosen) {
        int a = farthestFrom(farthestFrom(0));
        int c = farthestFrom(a);
        chosen[0] = a;
        chosen[2] = c;
        chosen[1] = farthest(a, c);
        chosen[3] = farthest(c, a);
    }

    private int farthestFrom(int from) {
        int best = from;
        for (int i = 0; i < corners.size(); i++) {
            best = corners.get(from).distance(corners.get(i))
                            > corners.get(from).distance(corners.get(best))
                    ? i
                    : best;
        }
        return best;
    }

    /** The corner between {@code from} and {@code to}, clockwise, that lies farthest from the line between them. */
    private int farthest(int from, int to) {
        int size = corners.size();
        int best = from;
        double most = 0;
        for (int i = (from + 1) % size; i != to; i = (i + 1) % size) {
            double area = corners.get(from).turn(corners.get(i), corners.get(to));
            if (area > most) {
                most = area;
                best = i;
            }
        }
        return best;
    }
}
