package io.changbai.cabinet.internal.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SsipTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "220", "220OK", "OK 220", "２２０ OK", "-20 OK", "HTTP/1.1 400"})
    void whatIsNoLineHasNoCode(String line) {
        assertThat(Ssip.decode(line.getBytes(UTF_8)).code()).isZero();
    }

    @Test
    void anyBytesEndInALineAndNeverInAnException() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(700)];
            random.nextBytes(noise);
            assertThat(Ssip.decode(noise)).isNotNull();
        }
    }

    @Test
    void tellsAnswersFromEvents() {
        assertThat(Ssip.decode("225-21".getBytes(UTF_8))).isEqualTo(new Ssip.Line(225, false, "21"));
        assertThat(Ssip.decode("702 END\r".getBytes(UTF_8)).isEvent()).isTrue();
        assertThat(Ssip.decode("300 ERR".getBytes(UTF_8)).isDone()).isFalse();
    }

    @Test
    void aTextCannotEndItselfAndBecomeACommand() {
        String sent = new String(Ssip.text("first\n.\nSTOP ALL\n..two"), UTF_8);
        assertThat(sent).isEqualTo("first\r\n..\r\nSTOP ALL\r\n...two\r\n.\r\n");
    }
}
