package io.changbai.qr.scanner.internal.codec;

import static io.changbai.qr.scanner.internal.codec.Decoding.feedHex;
import static io.changbai.qr.scanner.internal.codec.Decoding.silence;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SsiDecoderTest {

    /** Length 4, ACK, host, status 0, two's complement of D8. */
    private static final String ACK = "04 D0 04 00 FF 28";

    /** Length 8, decode data, decoder, status 0, type F1, "abc", check of 0112 (08 F3 00 00 F1 61 62 63 = 0312). */
    private static final String ABC = "08 F3 00 00 F1 61 62 63 FC EE";

    /** The same with status 01, sent again. */
    private static final String ABC_AGAIN = "08 F3 00 01 F1 61 62 63 FC ED";

    private final SsiDecoder decoder = new SsiDecoder();

    @Test
    void throwsADamagedPacketAwayUpToSilenceAndTakesItsRepeat() {
        assertThat(feedHex(decoder, "08 F3 00 00 F1 61 62 63 FC EF" + ABC)).isEmpty();
        assertThat(decoder.isInCode()).isTrue();
        assertThat(silence(decoder)).isEmpty();
        assertThat(feedHex(decoder, ABC_AGAIN)).containsExactly(ACK, "abc");
    }

    @Test
    void throwsHalfAPacketAwayWhenTheLineFallsSilent() {
        assertThat(feedHex(decoder, "08 F3 00 00 F1 61")).isEmpty();
        assertThat(decoder.isInCode()).isTrue();
        assertThat(silence(decoder)).isEmpty();
        assertThat(feedHex(decoder, ABC)).containsExactly(ACK, "abc");
    }

    @Test
    void acknowledgesDecodedDataAndDeliversThem() {
        assertThat(feedHex(decoder, ABC)).containsExactly(ACK, "abc");
    }

    @Test
    void acknowledgesARepeatAndDeliversItOnlyOnceEvenAfterAPurge() {
        assertThat(feedHex(decoder, ABC)).containsExactly(ACK, "abc");
        decoder.clear();
        assertThat(feedHex(decoder, ABC_AGAIN)).containsExactly(ACK);
        assertThat(feedHex(decoder, ABC)).containsExactly(ACK, "abc"); // the same code, read anew
    }

    @Test
    void joinsPacketsThatGoOn() {
        // Status 02: more follows. 07 F3 00 02 F1 61 62 sums to 02B0.
        assertThat(feedHex(decoder, "07 F3 00 02 F1 61 62 FD 50")).containsExactly(ACK);
        assertThat(feedHex(decoder, "06 F3 00 00 F1 63 FD B3")).containsExactly(ACK, "abc");
    }

    @Test
    void acknowledgesAnOversizeCodeToItsEndAndSaysOversize() {
        byte[] data = new byte[251];
        data[0] = (byte) 0xF1;
        for (int i = 0; i < 17; i++) {
            data[1] = (byte) i;
            assertThat(Decoding.feed(decoder, packet(2, data))).containsExactly(ACK);
        }
        data[1] = 17;
        assertThat(Decoding.feed(decoder, packet(0, data))).containsExactly(ACK, "TooLong");
    }

    @Test
    void tellsRepliesFromCodes() {
        assertThat(feedHex(decoder, "04 D0 00 00 FF 2C")).containsExactly("accepted ");
        assertThat(feedHex(decoder, "05 D1 00 00 06 FF 24")).containsExactly("refused cause 6");
        assertThat(feedHex(decoder, "05 D1 00 00 01 FF 29")).isEmpty(); // ours was damaged; it is sent again
        assertThat(feedHex(decoder, "06 A4 00 00 52 31 FE D3")).containsExactly("accepted R1"); // "R1"
        assertThat(feedHex(decoder, "05 F6 00 00 01 FF 04")).containsExactly(ACK); // an event
    }

    @Test
    void findsItsFeetAgainAfterNoise() {
        assertThat(feedHex(decoder, "00 01 02 03 00" + ABC)).containsExactly(ACK, "abc");
        assertThat(Decoding.feed(decoder, String.join("", Collections.nCopies(1_000, "\u0000"))))
                .isEmpty();
    }

    private static byte[] packet(int status, byte[] data) {
        byte[] packet = new byte[data.length + 6];
        packet[0] = (byte) (data.length + 4);
        packet[1] = (byte) 0xF3;
        packet[3] = (byte) status;
        System.arraycopy(data, 0, packet, 4, data.length);
        int sum = 0;
        for (byte each : packet) {
            sum -= each & 0xFF;
        }
        packet[packet.length - 2] = (byte) (sum >> 8);
        packet[packet.length - 1] = (byte) sum;
        return packet;
    }

    @Test
    void sendsCommandsWithTheRightCheck() {
        assertThat(List.of(
                        Makes.named("ssi").query().toString(),
                        Makes.named("ssi").arm().toString(),
                        Makes.named("ssi").disarm().toString()))
                .containsExactly("04 A3 04 00 FF 55", "04 E4 04 00 FF 14", "04 E5 04 00 FF 13");
    }
}
