package io.changbai.card.reader.internal.ssse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes nobody thought of: the parsers say that there is nothing in them, and never anything else. */
class HostileBytesTest {

    private static final int ROUNDS = 20_000;
    private final Random random = new Random(20_26);

    private byte[] garbage(int longest) {
        byte[] bytes = new byte[random.nextInt(longest)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void objectsOfAPaymentApplicationStayWithinTheirBytes() {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = garbage(260);
            List<Ber> objects = Ber.decode(bytes);
            assertThat(objects.stream()
                            .mapToInt(object -> object.value().length)
                            .sum())
                    .isLessThanOrEqualTo(bytes.length);
            assertThatCode(() -> Ber.find(bytes, 0x5A)).doesNotThrowAnyException();
            assertThat(Pdol.fill(bytes)).hasSizeLessThanOrEqualTo(250);
            LastFour.of(bytes).ifPresent(four -> assertThat(four).matches("\\d{4}"));
        }
    }

    @Test
    void recordsOfACardBecomeACardOrNothing() {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = garbage(64);
            assertThatCode(() -> SsseRecord.decode(bytes)).doesNotThrowAnyException();
            Map<Integer, byte[]> values = new HashMap<>();
            for (SsseField field : SsseField.values()) {
                values.put(field.tag(), garbage(40));
            }
            assertThat(new SsseDecoder(values).card(bytes)).isEmpty();
            assertThat(new SsseDecoder(values).specVersion()).isNotNull();
        }
    }
}
