package io.changbai.device.emulators.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PinPadOnBenchTest {

    private final ActionTable table = new ActionTable();
    private final PinPadOnBench device = new PinPadOnBench(0);
    private AutoCloseable running;

    @BeforeEach
    void start() {
        device.addTo(table);
        running = device.start();
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
    }

    private ObjectNode act(String action, String body) throws BadRequest {
        table.perform("pin-pad", action, Body.parse(body));
        ObjectNode state = new ObjectMapper().createObjectNode();
        device.describe(state);
        return state;
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThatThrownBy(() -> act("press", "{\"digits\":\"12a4\"}")).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> act("press", "{}")).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> act("fault", "{\"kind\":\"fire\"}")).hasMessageContaining("deaf");
    }

    @Test
    void setsEveryFaultAndPutsEverythingBack() throws BadRequest {
        for (String kind : new String[] {"checksum", "truncated", "garbage", "deaf", "none"}) {
            act("fault", "{\"kind\":\"" + kind + "\",\"count\":2}");
        }
        assertThat(act("tamper", "{\"on\":true}").path("tampered").asBoolean()).isTrue();
        assertThat(act("no-keys", "{\"on\":true}").path("noKeys").asBoolean()).isTrue();
        assertThat(act("mute", "{\"on\":true}").path("mute").asBoolean()).isTrue();
        assertThat(act("unplug", "").path("plugged").asBoolean()).isFalse();
        device.reset();
        ObjectNode state = act("press", "{\"digits\":\"1234\"}");
        assertThat(state.path("plugged").asBoolean()).isTrue();
        assertThat(state.path("tampered").asBoolean()).isFalse();
        assertThat(state.path("noKeys").asBoolean()).isFalse();
        assertThat(state.path("mute").asBoolean()).isFalse();
        assertThat(state.path("typed").asInt()).as("nobody asked for a PIN").isZero();
        assertThat(state.toString()).doesNotContain("1234");
        act("clear", "");
        act("enter", "");
        act("cancel", "");
    }
}
