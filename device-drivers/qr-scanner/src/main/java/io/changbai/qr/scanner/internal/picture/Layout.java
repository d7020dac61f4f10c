package io.changbai.qr.scanner.internal.picture;

import com.google.zxing.qrcode.decoder.Version;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Where everything is in the symbol of one version (ISO/IEC 18004 §5.3). Module {@code u, v} has index {@code v * dimension + u}. */
final class Layout {

    static final int SMALLEST = 21;
    static final int LARGEST = 177;
    private static final int FIRST_WITH_VERSION_BITS = 7;
    private static final AtomicReferenceArray<Layout> KNOWN = new AtomicReferenceArray<>(41);

    final int dimension;
    final Version version;
    /** What each module must be: 1 ink, -1 paper, 0 when that depends on the content. */
    final byte[] expected;
    /** The modules that carry codewords, in order, eight to one. */
    final int[] dataOrder;

    private final boolean[] function;

    /** @param dimension 21, 25, 29 … 177 */
    static Layout of(int dimension) {
        int number = (dimension - 17) / 4;
        Layout layout = KNOWN.get(number);
        if (layout == null) {
            layout = new Layout(Version.getVersionForNumber(number));
            KNOWN.set(number, layout);
        }
        return layout;
    }

    private Layout(Version version) {
        this.version = version;
        this.dimension = version.getDimensionForVersion();
        this.expected = new byte[dimension * dimension];
        this.function = new boolean[dimension * dimension];
        timing();
        finder(0, 0);
        finder(dimension - 7, 0);
        finder(0, dimension - 7);
        alignments();
        reserve(0, 0, 9, 9);
        reserve(dimension - 8, 0, 8, 9);
        reserve(0, dimension - 8, 9, 8);
        if (version.getVersionNumber() >= FIRST_WITH_VERSION_BITS) {
            reserve(dimension - 11, 0, 3, 6);
            reserve(0, dimension - 11, 6, 3);
        }
        expected[(dimension - 8) * dimension + 8] = 1; // the dark module
        this.dataOrder = order();
    }

    /** The middles of the alignment patterns, in modules. */
    int[] alignmentCentres() {
        return version.getAlignmentPatternCenters();
    }

    /** Whether the alignment pattern at these two centres would lie on a finder pattern; then it is left out. */
    boolean isOnFinder(int u, int v) {
        boolean left = u < 9;
        boolean top = v < 9;
        return (left && top) || (left && v > dimension - 10) || (top && u > dimension - 10);
    }

    private void timing() {
        for (int i = 0; i < dimension; i++) {
            fix(i, 6, i % 2 == 0);
            fix(6, i, i % 2 == 0);
        }
    }

    /** Seven by seven with its separator of paper. */
    private void finder(int left, int top) {
        for (int v = -1; v <= 7; v++) {
            for (int u = -1; u <= 7; u++) {
                int ring = Math.max(Math.abs(u - 3), Math.abs(v - 3));
                fix(left + u, top + v, ring == 3 || ring <= 1);
            }
        }
    }

    private void alignments() {
        int[] centres = alignmentCentres();
        for (int v : centres) {
            for (int u : centres) {
                if (!isOnFinder(u, v)) {
                    alignment(u, v);
                }
            }
        }
    }

    private void alignment(int centreU, int centreV) {
        for (int v = -2; v <= 2; v++) {
            for (int u = -2; u <= 2; u++) {
                fix(centreU + u, centreV + v, Math.max(Math.abs(u), Math.abs(v)) != 1);
            }
        }
    }

    private void fix(int u, int v, boolean ink) {
        if (u >= 0 && v >= 0 && u < dimension && v < dimension) {
            expected[v * dimension + u] = (byte) (ink ? 1 : -1);
            function[v * dimension + u] = true;
        }
    }

    private void reserve(int left, int top, int width, int height) {
        for (int v = top; v < top + height; v++) {
            for (int u = left; u < left + width; u++) {
                function[v * dimension + u] = true;
            }
        }
    }

    /** Pairs of columns from the right, up and down in turn, past the timing column (§7.7.3). */
    private int[] order() {
        int[] order = new int[version.getTotalCodewords() * 8];
        int next = 0;
        boolean up = true;
        for (int right = dimension - 1; right > 0; right -= 2) {
            if (right == 6) {
                right--;
            }
            for (int i = 0; i < dimension; i++) {
                int v = up ? dimension - 1 - i : i;
                for (int u = right; u > right - 2; u--) {
                    if (!function[v * dimension + u] && next < order.length) {
                        order[next++] = v * dimension + u;
                    }
                }
            }
            up = !up;
        }
        return order;
    }
}
