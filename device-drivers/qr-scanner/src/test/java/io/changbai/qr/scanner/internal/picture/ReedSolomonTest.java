package io.changbai.qr.scanner.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against ZXing's encoder. */
class ReedSolomonTest {

    private static final int LENGTH = 44;
    private static final int CHECKS = 18;

    private final Random random = new Random(18);
    private final ReedSolomon code = new ReedSolomon(CHECKS);

    @Test
    void leavesAWholeBlockAlone() {
        int[] block = block();
        assertThat(code.mend(block.clone(), new int[0])).isZero();
    }

    @Test
    void mendsAsManyWrongCodewordsAsHalfTheChecks() {
        for (int wrong = 1; wrong <= CHECKS / 2; wrong++) {
            int[] block = block();
            int[] damaged = damaged(block, places(wrong));
            assertThat(code.mend(damaged, new int[0])).isEqualTo(wrong);
            assertThat(damaged).isEqualTo(block);
        }
    }

    @Test
    void mendsTwiceAsManyWhenItIsToldWhichAreDoubtful() {
        for (int round = 0; round < 50; round++) {
            int[] block = block();
            int[] places = places(CHECKS - 2);
            int[] damaged = damaged(block, places);
            assertThat(code.mend(damaged, places)).isNotNegative();
            assertThat(damaged).isEqualTo(block);
        }
    }

    @Test
    void mendsDoubtfulAndWrongOnesTogether() {
        int[] block = block();
        int[] places = places(12); // 6 doubtful and 6 wrong need 6 + 2 * 6 checks
        int[] damaged = damaged(block, places);
        assertThat(code.mend(damaged, Arrays.copyOf(places, 6))).isNotNegative();
        assertThat(damaged).isEqualTo(block);
    }

    @Test
    void mindsNoDoubtAboutCodewordsThatAreRight() {
        int[] block = block();
        int[] places = places(10);
        int[] damaged = damaged(block, Arrays.copyOf(places, 4));
        assertThat(code.mend(damaged, Arrays.copyOfRange(places, 4, 10))).isNotNegative();
        assertThat(damaged).isEqualTo(block);
    }

    @Test
    void leavesWhatItCannotMendAsItWas() {
        for (int round = 0; round < 200; round++) {
            int[] noise = random.ints(LENGTH, 0, 256).toArray();
            int[] before = noise.clone();
            assertThat(code.mend(noise, places(8))).isEqualTo(-1);
            assertThat(noise).isEqualTo(before);
        }
    }

    private int[] block() {
        int[] block = new int[LENGTH];
        for (int i = 0; i < LENGTH - CHECKS; i++) {
            block[i] = random.nextInt(256);
        }
        new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256).encode(block, CHECKS);
        return block;
    }

    private int[] places(int count) {
        return random.ints(0, LENGTH).distinct().limit(count).toArray();
    }

    private int[] damaged(int[] block, int[] places) {
        int[] damaged = block.clone();
        IntStream.of(places).forEach(place -> damaged[place] ^= 1 + random.nextInt(255));
        return damaged;
    }
}
