package io.changbai.platform.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.platform.messages.operations.OperationsApi;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifeCycleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.123Z");

    @Test
    void everyMetricOfABirthIsText() {
        KuraPayload birth = LifeCycle.birth(NOW, terminal("CB-1"));

        assertThat(birth.metrics().values()).allMatch(String.class::isInstance);
        assertThat(birth.metrics())
                .containsEntry("uptime", "4200")
                .containsEntry("application_ids", "KIOSK-V1,SELF-V1")
                .containsEntry("payload_encoding", "KURA_PROTOBUF")
                .containsEntry("accept_encoding", "gzip")
                .containsEntry(OperationsApi.METRIC_BOOT_ID, "b-1");
    }

    @Test
    void aBirthAlwaysHasAPosition() {
        assertThat(LifeCycle.birth(NOW, terminal("CB-1")).position())
                .contains(new KuraPayload.Position(0.0, 0.0, Optional.of(0.0)));
    }

    @Test
    void timestampsAreMilliseconds() {
        byte[] bytes = KuraCodec.encodePlain(LifeCycle.disconnect(NOW, 1, "CB-1"));

        assertThat(KuraCodec.decode(bytes).timestamp()).contains(NOW);
    }

    @Test
    void aMetricWithNoValueIsLeftOut() {
        assertThat(LifeCycle.birth(NOW, terminal("")).metrics()).doesNotContainKey("display_name");
    }

    @Test
    void aBirthSurvivesTheWireCompressed() {
        KuraPayload birth = LifeCycle.birth(NOW, terminal("CB-1"));
        byte[] wire = KuraCodec.encode(birth);

        assertThat(Gzip.looksCompressed(wire)).isTrue();
        assertThat(KuraCodec.decode(wire)).isEqualTo(birth);
    }

    @Test
    void theLastWillIsEmpty() {
        assertThat(LifeCycle.lastWill()).isEmpty();
    }

    private static LifeCycle.Terminal terminal(String name) {
        return new LifeCycle.Terminal(
                name,
                "Changbai",
                "S-1",
                "0.1.0",
                4200,
                List.of("KIOSK-V1", "SELF-V1"),
                Map.of(OperationsApi.METRIC_BOOT_ID, "b-1"));
    }
}
