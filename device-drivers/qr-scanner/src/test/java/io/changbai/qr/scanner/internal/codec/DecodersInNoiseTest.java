package io.changbai.qr.scanner.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every make's decoder in noise made of the bytes that mean something to it. */
class DecodersInNoiseTest {

    private static final int BYTES = 200_000;
    private static final byte[] MEANINGFUL = {
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        0x15,
        0x16,
        '\r',
        '\n',
        '.',
        '!',
        ';',
        '0',
        'T',
        'R',
        'G',
        'M',
        'O',
        'D',
        (byte) 0xF3,
        (byte) 0xD0,
        (byte) 0xFF,
        0x40
    };

    @ParameterizedTest
    @ValueSource(strings = {"honeywell", "newland", "gm65", "ssi", "plain", "hid-access-is", "hid-idtech"})
    void neverThrowsNeverDeliversTooMuchAndFindsItsFeetAgain(String make) {
        Random random = new Random(4);
        for (Suffix suffix : Suffix.values()) {
            Decoder decoder = Makes.named(make).decoder(suffix);
            for (int i = 0; i < BYTES; i++) {
                byte next = random.nextInt(4) == 0
                        ? (byte) random.nextInt()
                        : MEANINGFUL[random.nextInt(MEANINGFUL.length)];
                check(decoder.take(next));
                if (random.nextInt(5_000) == 0) {
                    check(decoder.silence());
                    assertThat(decoder.isInCode()).isFalse();
                }
            }
            decoder.clear();
            assertThat(decoder.isInCode()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"honeywell", "newland", "gm65", "plain"})
    void readsTheNextCodeAfterNoiseAndSilence(String make) {
        Decoder decoder = Makes.named(make).decoder(Suffix.CR);
        byte[] noise = new byte[10_000];
        new Random(8).nextBytes(noise);
        for (byte each : noise) {
            decoder.take(each);
        }
        decoder.silence();
        assertThat(Decoding.feed(decoder, "code\r".getBytes(StandardCharsets.US_ASCII)))
                .containsExactly("code");
    }

    private static void check(List<Heard> all) {
        for (Heard heard : all) {
            if (heard instanceof Heard.Code code) {
                assertThat(code.bytes().length).isBetween(1, Decoder.LONGEST_CODE);
                CodeText.of(code.bytes(), true);
            } else if (heard instanceof Heard.Reply reply) {
                assertThat(reply.text()).hasSizeLessThanOrEqualTo(120);
            }
        }
    }
}
