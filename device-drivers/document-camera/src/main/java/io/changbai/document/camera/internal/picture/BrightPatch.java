package io.changbai.document.camera.internal.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The largest connected bright patch of a picture. */
final class BrightPatch {

    private final int width;
    private final int height;
    private final boolean[] bright;
    private final int[] queue;
    private final int[] left;
    private final int[] right;
    private int area;

    /** @param threshold how bright is bright */
    BrightPatch(Picture picture, int threshold) {
        width = picture.width();
        height = picture.height();
        bright = new boolean[width * height];
        queue = new int[bright.length];
        left = new int[height];
        right = new int[height];
        Arrays.fill(right, -1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                bright[y * width + x] = picture.luma(x, y) > threshold;
            }
        }
        for (int at = 0; at < bright.length; at++) {
            if (bright[at]) {
                keepIfLarger(at);
            }
        }
    }

    private void keepIfLarger(int seed) {
        int filled = flood(seed);
        if (filled > area) {
            area = filled;
            remember();
        }
    }

    /** Takes a patch away; its pixels are then the first of the queue. */
    private int flood(int seed) {
        int filled = 0;
        queue[filled++] = seed;
        bright[seed] = false;
        for (int next = 0; next < filled; next++) {
            int x = queue[next] % width;
            int y = queue[next] / width;
            filled = add(x > 0, queue[next] - 1, filled);
            filled = add(x < width - 1, queue[next] + 1, filled);
            filled = add(y > 0, queue[next] - width, filled);
            filled = add(y < height - 1, queue[next] + width, filled);
        }
        return filled;
    }

    /** Row by row, where it begins and ends. */
    private void remember() {
        Arrays.fill(left, width);
        Arrays.fill(right, -1);
        for (int i = 0; i < area; i++) {
            int x = queue[i] % width;
            int y = queue[i] / width;
            left[y] = Math.min(left[y], x);
            right[y] = Math.max(right[y], x);
        }
    }

    private int add(boolean inside, int at, int filled) {
        if (inside && bright[at]) {
            bright[at] = false;
            queue[filled] = at;
            return filled + 1;
        }
        return filled;
    }

    /** How many pixels it has. */
    int area() {
        return area;
    }

    /** The corners of the pixels at its left and right edges. */
    List<Spot> outline() {
        List<Spot> outline = new ArrayList<>();
        for (int y = 0; y < left.length; y++) {
            if (right[y] >= 0) {
                outline.add(new Spot(left[y], y));
                outline.add(new Spot(left[y], y + 1));
                outline.add(new Spot(right[y] + 1, y));
                outline.add(new Spot(right[y] + 1, y + 1));
            }
        }
        return outline;
    }
}
