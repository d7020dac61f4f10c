package io.changbai.qr.scanner.internal.picture;

import com.google.zxing.common.BitMatrix;
import io.changbai.device.api.scanner.GreyPicture;
import io.changbai.device.api.scanner.ScannedCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Our own way from finders to text, for pictures ZXing gives up: every likely three finders, every likely size, a grid tuned
 * to the picture, bent if need be, and error correction that knows which modules were doubtful.
 */
final class GridReading {

    private static final int TRIPLES = 3;
    private static final int SIZES = 2;
    private static final double[] SHARPNESSES = {0.15, 0.45};

    private final GreyPicture picture;
    private final Budget budget;

    GridReading(GreyPicture picture, Budget budget) {
        this.picture = picture;
        this.budget = budget;
    }

    Optional<ScannedCode> read(BitMatrix ink) {
        List<FinderTriple> triples = FinderTriple.among(FinderSearch.in(ink), TRIPLES);
        for (FinderTriple triple : triples) {
            Optional<ScannedCode> code = read(ink, triple);
            if (code.isPresent() || budget.isSpent()) {
                return code;
            }
        }
        return Optional.empty();
    }

    private Optional<ScannedCode> read(BitMatrix ink, FinderTriple triple) {
        Inkiness inkiness = around(triple);
        double[] corners = corners(ink, triple);
        List<Candidate> candidates = new ArrayList<>();
        int likely = likelyDimension(triple);
        for (int dimension = likely - 8; dimension <= likely + 8; dimension += 4) {
            if (dimension >= Layout.SMALLEST && dimension <= Layout.LARGEST) {
                Homography plane = Homography.fit(modules(dimension), corners);
                if (plane != null) {
                    Grid grid = Grid.flat(dimension, plane);
                    GridTuning tuning = new GridTuning(inkiness, Layout.of(dimension));
                    candidates.add(new Candidate(grid, tuning, tuning.fit(grid)));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::fit).reversed());
        for (Candidate candidate : candidates.subList(0, Math.min(SIZES, candidates.size()))) {
            Optional<ScannedCode> code = read(candidate);
            if (code.isPresent() || budget.isSpent()) {
                return code;
            }
        }
        return Optional.empty();
    }

    private record Candidate(Grid grid, GridTuning tuning, double fit) {}

    private Optional<ScannedCode> read(Candidate candidate) {
        Grid grid = candidate.grid();
        Optional<ScannedCode> code = sampled(grid);
        if (code.isPresent()) {
            return code;
        }
        candidate.tuning().searchFourth(grid, 2.8);
        candidate.tuning().tune(grid, 0, Grid.CORNERS, 0.5, budget);
        code = sampled(grid);
        if (code.isPresent() || budget.isSpent()) {
            return code;
        }
        candidate.tuning().tune(grid, 0, Grid.FORM, 0.8, budget);
        return sampled(grid);
    }

    private Optional<ScannedCode> sampled(Grid grid) {
        Layout layout = Layout.of(grid.dimension);
        ModuleInk modules = new ModuleInk(picture, grid);
        for (double sharpness : SHARPNESSES) {
            Optional<ScannedCode> code = SymbolRepair.read(layout, modules.ink(sharpness));
            if (code.isPresent()) {
                return code;
            }
        }
        return Optional.empty();
    }

    private static int likelyDimension(FinderTriple triple) {
        double across = triple.corner().distance(triple.right())
                / ((triple.corner().module() + triple.right().module()) / 2);
        double down = triple.corner().distance(triple.below())
                / ((triple.corner().module() + triple.below().module()) / 2);
        int version = (int) Math.round(((across + down) / 2 + 7 - 17) / 4);
        return 17 + 4 * Math.max(1, Math.min(40, version));
    }

    /** Where the corners of the three finders are in the symbol. */
    private static double[] modules(int d) {
        return new double[] {0, 0, 7, 0, 7, 7, 0, 7, d - 7, 0, d, 0, d, 7, d - 7, 7, 0, d - 7, 7, d - 7, 7, d, 0, d};
    }

    private static double[] corners(BitMatrix ink, FinderTriple triple) {
        double across = triple.corner().distance(triple.right());
        double down = triple.corner().distance(triple.below());
        double ux = (triple.right().x() - triple.corner().x()) / across;
        double uy = (triple.right().y() - triple.corner().y()) / across;
        double vx = (triple.below().x() - triple.corner().x()) / down;
        double vy = (triple.below().y() - triple.corner().y()) / down;
        double[] corners = new double[24];
        int at = 0;
        for (Finder finder : List.of(triple.corner(), triple.right(), triple.below())) {
            System.arraycopy(new FinderOutline(ink, finder).corners(ux, uy, vx, vy), 0, corners, at, 8);
            at += 8;
        }
        return corners;
    }

    private Inkiness around(FinderTriple t) {
        Region part = Region.around(t, 10);
        int reach = (int) Math.max(3, Math.round(4 * t.module()));
        return new Inkiness(picture, part, reach);
    }
}
