package io.changbai.cabinet.internal.power;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NutTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"",
                "VAR",
                "VAR ups ups.status",
                "VAR ups ups.status OL OB",
                "VAR \"u\np\" ups.status \"OL\"",
                "VAR ../.. ups.status \"OL\"",
                "HTTP/1.1 400 Bad Request",
                "ERR",
                "UPS"
            })
    void whatUpsdWouldNotSayIsBroken(String line) {
        assertThat(Nut.decode(line.getBytes(UTF_8))).isInstanceOf(NutReply.Broken.class);
    }

    @Test
    void anyBytesEndInAReplyAndNeverInAnException() {
        Random random = new Random(9);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            assertThat(Nut.decode(noise)).isNotNull();
        }
        assertThat(Nut.decode("\" ".repeat(512).getBytes(UTF_8))).isInstanceOf(NutReply.Broken.class);
    }

    @Test
    void readsQuotedValues() {
        assertThat(Nut.decode("VAR ups ups.status \"OB LB\"".getBytes(UTF_8)))
                .isEqualTo(new NutReply.Var("ups", "ups.status", "OB LB"));
        assertThat(Nut.decode("VAR ups device.model \"Smart \\\"1000\\\" \\\\ X\"".getBytes(UTF_8)))
                .isEqualTo(new NutReply.Var("ups", "device.model", "Smart \"1000\" \\ X"));
        assertThat(Nut.decode("VAR ups ups.firmware \"\"".getBytes(UTF_8)))
                .isEqualTo(new NutReply.Var("ups", "ups.firmware", ""));
    }

    @Test
    void readsErrors() {
        assertThat(Nut.decode("ERR DATA-STALE".getBytes(UTF_8))).isEqualTo(new NutReply.Err("DATA-STALE"));
    }
}
