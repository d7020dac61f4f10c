package io.changbai.qr.scanner.internal.picture;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Version.ECBlocks;
import io.changbai.device.api.scanner.ScannedCode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads a symbol from how sure each module is, not only from black and white: the codewords one is least sure of count as
 * missing, so that more of them can be mended. What it makes of the symbol is read by ZXing like any other.
 */
final class SymbolRepair {

    /** So many checks are never spent on doubt: a wrong symbol passes by chance once in 256³ or less. */
    private static final int KEPT = 4;

    private final Layout layout;
    private final float[] ink;
    private final int format;

    /** @param ink of each module: above 0 ink, below paper, the further the surer */
    private SymbolRepair(Layout layout, float[] ink) {
        this.layout = layout;
        this.ink = ink;
        this.format = FormatBits.likeliest(layout, ink);
    }

    static Optional<ScannedCode> read(Layout layout, float[] ink) {
        return new SymbolRepair(layout, ink).read();
    }

    private Optional<ScannedCode> read() {
        int total = layout.version.getTotalCodewords();
        int[] codewords = new int[total];
        float[] sure = new float[total];
        collect(codewords, sure);
        ECBlocks blocks = layout.version.getECBlocksForLevel(FormatBits.level(format));
        for (int[] block : blocks(blocks, total)) {
            if (!mend(block, blocks.getECCodewordsPerBlock(), codewords, sure)) {
                return Optional.empty();
            }
        }
        return SymbolText.read(clean(codewords));
    }

    private void collect(int[] codewords, float[] sure) {
        Arrays.fill(sure, Float.MAX_VALUE);
        for (int i = 0; i < codewords.length * 8; i++) {
            int module = layout.dataOrder[i];
            boolean bit = ink[module] > 0 ^ isMasked(module);
            codewords[i / 8] = codewords[i / 8] << 1 | (bit ? 1 : 0);
            sure[i / 8] = Math.min(sure[i / 8], Math.abs(ink[module]));
        }
    }

    /** @return for each block, where its codewords stand in the interleaved row (§7.6) */
    private static int[][] blocks(ECBlocks shape, int total) {
        int count = shape.getNumBlocks();
        int checks = shape.getECCodewordsPerBlock();
        int[] dataLengths = Arrays.stream(shape.getECBlocks())
                .flatMapToInt(ecb -> IntStream.generate(ecb::getDataCodewords).limit(ecb.getCount()))
                .toArray();
        int[][] blocks = new int[count][];
        int[] filled = new int[count];
        for (int b = 0; b < count; b++) {
            blocks[b] = new int[dataLengths[b] + checks];
        }
        int next = 0;
        for (int i = 0; i < dataLengths[count - 1]; i++) {
            for (int b = 0; b < count; b++) {
                if (i < dataLengths[b]) {
                    blocks[b][filled[b]++] = next++;
                }
            }
        }
        for (; next < total; next++) {
            int b = (next - (total - checks * count)) % count;
            blocks[b][filled[b]++] = next;
        }
        return blocks;
    }

    private static boolean mend(int[] places, int checks, int[] codewords, float[] sure) {
        int[] block = Arrays.stream(places).map(place -> codewords[place]).toArray();
        int[] leastSure = IntStream.range(0, places.length)
                .boxed()
                .sorted(Comparator.comparing(i -> sure[places[i]]))
                .mapToInt(Integer::intValue)
                .toArray();
        ReedSolomon code = new ReedSolomon(checks);
        int step = Math.max(1, checks / 6);
        for (int doubtful = 0; doubtful <= Math.max(0, checks - KEPT); doubtful += step) {
            if (code.mend(block, Arrays.copyOf(leastSure, doubtful)) >= 0) {
                for (int i = 0; i < places.length; i++) {
                    codewords[places[i]] = block[i];
                }
                return true;
            }
        }
        return false;
    }

    private BitMatrix clean(int[] codewords) {
        BitMatrix symbol = new BitMatrix(layout.dimension);
        for (int i = 0; i < codewords.length * 8; i++) {
            int module = layout.dataOrder[i];
            boolean bit = (codewords[i / 8] >> (7 - i % 8) & 1) == 1;
            if (bit ^ isMasked(module)) {
                symbol.set(module % layout.dimension, module / layout.dimension);
            }
        }
        FormatBits.write(layout, format, symbol);
        return symbol;
    }

    /** §7.8.2, with i the row and j the column. */
    private boolean isMasked(int module) {
        int i = module / layout.dimension;
        int j = module % layout.dimension;
        return switch (FormatBits.mask(format)) {
            case 0 -> (i + j) % 2 == 0;
            case 1 -> i % 2 == 0;
            case 2 -> j % 3 == 0;
            case 3 -> (i + j) % 3 == 0;
            case 4 -> (i / 2 + j / 3) % 2 == 0;
            case 5 -> i * j % 2 + i * j % 3 == 0;
            case 6 -> (i * j % 2 + i * j % 3) % 2 == 0;
            default -> ((i + j) % 2 + i * j % 3) % 2 == 0;
        };
    }
}
