package io.changbai.qr.scanner.internal.codec;

import static io.changbai.qr.scanner.internal.codec.Decoding.feed;
import static io.changbai.qr.scanner.internal.codec.Decoding.silence;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HidPosDecoderTest {

    private final HidPosDecoder accessIs = new HidPosDecoder(HidPosLayout.ACCESS_IS);
    private final HidPosDecoder idTech = new HidPosDecoder(HidPosLayout.IDTECH);

    private static byte[] report(int length, String aim, String code, boolean goesOn) {
        byte[] report = new byte[64];
        report[0] = 2;
        report[1] = (byte) length;
        byte[] data = (aim + code).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(data, 0, report, 2, data.length);
        report[63] = (byte) (goesOn ? 1 : 0);
        return report;
    }

    @Test
    void throwsAwayAReportThatSaysItIsLongerThanItCanBe() {
        assertThat(feed(accessIs, report(57, "]Q1", "lie", false))).isEmpty();
        assertThat(feed(accessIs, report(255, "]Q1", "lie", false))).isEmpty();
        assertThat(feed(accessIs, report(4, "]Q1", "code", false))).containsExactly("]Q1code");
    }

    @Test
    void throwsAwayOtherReportsAndHalfOnes() {
        byte[] other = new byte[64];
        Arrays.fill(other, (byte) 7);
        assertThat(feed(idTech, other)).isEmpty();
        assertThat(feed(idTech, Arrays.copyOf(report(4, "", "code", false), 40)))
                .isEmpty();
        assertThat(silence(idTech)).isEmpty();
        assertThat(feed(idTech, report(4, "", "code", false))).containsExactly("code");
    }

    @Test
    void givesUpACodeWhoseNextReportNeverComes() {
        assertThat(feed(idTech, report(4, "", "half", true))).isEmpty();
        assertThat(idTech.isInCode()).isTrue();
        assertThat(silence(idTech)).isEmpty();
        assertThat(feed(idTech, report(4, "", "next", false))).containsExactly("next");
    }

    @Test
    void joinsReportsThatGoOn() {
        assertThat(feed(accessIs, report(56, "]Q1", "x".repeat(56), true))).isEmpty();
        assertThat(feed(accessIs, report(3, "]Q1", "end", false))).containsExactly("]Q1" + "x".repeat(56) + "end");
    }

    @Test
    void saysOversizeOnce() {
        for (int i = 0; i < 80; i++) {
            assertThat(feed(idTech, report(56, "", "x".repeat(56), true))).isEmpty();
        }
        assertThat(feed(idTech, report(1, "", "x", false))).containsExactly("TooLong");
        assertThat(silence(idTech)).isEmpty();
    }

    @Test
    void takesAnEmptyReportForNobodysCode() {
        assertThat(feed(accessIs, report(0, "]Q1", "", false))).isEmpty();
    }
}
