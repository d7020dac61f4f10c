package io.changbai.qr.scanner.internal.picture;

import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for squares in squares: along a line their runs are 1 ink, 1 paper, 3 ink, 1 paper, 1 ink. Takes such as blur, tilt
 * and swollen ink leave them, so not all it finds are finders; {@link FinderTriple} chooses.
 */
final class FinderSearch {

    private static final int MOST = 16;
    /** A run may differ by so much of a module from what it should be. */
    private static final double LOOSE = 0.8;

    private static final int[] RUNS = {1, 1, 3, 1, 1};

    private final BitMatrix ink;
    private final List<Finder> found = new ArrayList<>();

    private FinderSearch(BitMatrix ink) {
        this.ink = ink;
    }

    /** @return the best seen first, at most 16 */
    static List<Finder> in(BitMatrix ink) {
        FinderSearch search = new FinderSearch(ink);
        int step = ink.getHeight() > 700 ? 3 : ink.getHeight() > 250 ? 2 : 1;
        for (int y = step / 2; y < ink.getHeight(); y += step) {
            search.row(y);
        }
        search.found.sort(
                Comparator.comparingDouble((Finder f) -> f.seen() / f.module()).reversed());
        List<Finder> often =
                search.found.stream().filter(f -> f.seen() > 1).limit(MOST).toList();
        return often.size() >= 3 ? often : search.found.stream().limit(MOST).toList();
    }

    private void row(int y) {
        int[] runs = new int[5];
        int width = ink.getWidth();
        boolean last = false;
        int length = 0;
        for (int x = 0; x <= width; x++) {
            boolean dark = x < width && ink.get(x, y);
            if (dark == last && x < width) {
                length++;
                continue;
            }
            System.arraycopy(runs, 1, runs, 0, 4);
            runs[4] = length;
            if (last && isFinder(runs)) {
                look(x - runs[4] - runs[3] - runs[2] / 2.0, y);
            }
            last = dark;
            length = 1;
        }
    }

    /** A row has it; do the column and the row through the middle have it, too? */
    private void look(double startX, int y) {
        double[] column = across((int) startX, y, 0, 1);
        if (column == null) {
            return;
        }
        double middleY = y + column[0];
        double[] row = across((int) startX, (int) middleY, 1, 0);
        if (row == null || column[1] > 2.5 * row[1] || row[1] > 2.5 * column[1]) {
            return;
        }
        add((int) startX + row[0], middleY, (row[1] + column[1]) / 14);
    }

    private void add(double x, double y, double module) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isNear(x, y, module)) {
                found.set(i, found.get(i).and(x, y, module));
                return;
            }
        }
        found.add(new Finder(x, y, module, 1));
    }

    /** @return how far the pattern's middle lies from the place along the direction, and the pattern's length; or null */
    private double[] across(int x, int y, int dx, int dy) {
        int[] back = new int[3];
        int[] forth = new int[3];
        if (!inside(x, y) || !ink.get(x, y) || !walk(x, y, -dx, -dy, back) || !walk(x + dx, y + dy, dx, dy, forth)) {
            return null;
        }
        int[] runs = {back[2], back[1], back[0] + forth[0], forth[1], forth[2]};
        if (!isFinder(runs)) {
            return null;
        }
        int before = back[0] + back[1] + back[2];
        int after = forth[0] + forth[1] + forth[2];
        double middle = 1 + (forth[0] - back[0] + after - before) / 4.0; // of the core and of the whole, the mean
        return new double[] {middle, before + after};
    }

    private boolean walk(int x, int y, int dx, int dy, int[] runs) {
        int run = 0;
        int limit = 0;
        while (run < 3 && inside(x, y) && limit++ < 400) {
            if (ink.get(x, y) == (run % 2 == 0)) {
                runs[run]++;
                x += dx;
                y += dy;
            } else {
                run++;
            }
        }
        return run == 3 || (run == 2 && !inside(x, y));
    }

    private boolean inside(int x, int y) {
        return x >= 0 && y >= 0 && x < ink.getWidth() && y < ink.getHeight();
    }

    private static boolean isFinder(int[] runs) {
        int total = runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
        if (total < 7 || runs[0] == 0 || runs[1] == 0 || runs[3] == 0 || runs[4] == 0) {
            return false;
        }
        double module = total / 7.0;
        for (int i = 0; i < 5; i++) {
            double slack = RUNS[i] == 3 ? 1.7 * LOOSE : LOOSE;
            if (Math.abs(runs[i] - RUNS[i] * module) > slack * module) {
                return false;
            }
        }
        return true;
    }
}
