package io.changbai.pin.pad.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PadDecoderTest {

    private final PadDecoder decoder = new PadDecoder();

    private List<PadReceived> feed(byte... bytes) {
        List<PadReceived> seen = new ArrayList<>();
        for (byte each : bytes) {
            decoder.take(each).ifPresent(seen::add);
        }
        return seen;
    }

    private List<PadReceived> feedHex(String spaced) {
        return feed(HexFormat.of().parseHex(spaced.replace(" ", "")));
    }

    @Test
    void saysDamagedForAWrongSumAndGoesOnWithTheNextFrame() {
        // 02 "11." 03 and sum 2C instead of 2D; then the right one
        assertThat(feedHex("02 31 31 2E 03 2C 02 31 31 2E 03 2D"))
                .containsExactly(PadReceived.DAMAGED, new PadReceived.Frame("11."));
    }

    @Test
    void saysDamagedForAnEmptyFrameAndForBytesThatAreNoText() {
        assertThat(feedHex("02 03 03")).containsExactly(PadReceived.DAMAGED);
        assertThat(feedHex("02 31 80 31 03 2D")).startsWith(PadReceived.DAMAGED);
    }

    @Test
    void saysDamagedForAFrameLongerThanAny() {
        byte[] tooLong = new byte[1 + PadFrame.LONGEST_BODY + 1];
        java.util.Arrays.fill(tooLong, (byte) '7');
        tooLong[0] = PadFrame.STX;
        assertThat(feed(tooLong)).containsExactly(PadReceived.DAMAGED);
        assertThat(decoder.inFrame()).isFalse();
    }

    @Test
    void beginsAnewWhereAFrameBeginsInsideAnother() {
        assertThat(feedHex("02 37 30 02 31 31 2E 03 2D")).containsExactly(new PadReceived.Frame("11."));
    }

    @Test
    void findsAcknowledgementsBetweenGarbage() {
        assertThat(feedHex("00 FF 06 13 15 1C")).containsExactly(PadReceived.TAKEN, PadReceived.REFUSED);
    }

    /** The sum is any byte: 02, 03 and 06 must not be taken for something else there. */
    @Test
    void takesTheSumForTheSumWhateverItIs() {
        for (char letter = ' '; letter <= '~'; letter++) {
            String body = "7" + letter;
            assertThat(feed(PadFrame.of(body))).containsExactly(new PadReceived.Frame(body));
        }
    }

    @Test
    void neverThrowsAndRecoversWhateverArrives() {
        Random random = new Random(20261124);
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = new byte[random.nextInt(600)];
            random.nextBytes(noise);
            feed(noise).stream()
                    .filter(PadReceived.Frame.class::isInstance)
                    .forEach(frame -> PadMessage.decode(((PadReceived.Frame) frame).body()));
        }
        feedHex("03 00"); // whatever has begun ends
        assertThat(feedHex("02 31 31 2E 03 2D")).containsExactly(new PadReceived.Frame("11."));
    }
}
