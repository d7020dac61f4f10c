package io.changbai.device.emulators.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.SampleIdCards;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault of the ID card reader can be set by the panel's API. */
class IdCardReaderOnBenchTest {

    // AA AA AA 96 69, length 0003, command 11 FF, checksum; the answer says 00 00 90
    private static final byte[] STATUS = HexFormat.of().parseHex("AAAAAA9669000311FFED");
    private static final String OK = "AAAAAA96690004000090" + "94";

    @TempDir
    Path folder;

    private final ActionTable table = new ActionTable();
    private IdCardReaderOnBench device;
    private AutoCloseable running;

    @BeforeEach
    void start() {
        device = new IdCardReaderOnBench(0, new Residents(folder.resolve("residents.json")));
        device.addTo(table);
        running = device.start();
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
    }

    private ObjectNode act(String action, String body) throws BadRequest {
        table.perform("id-card-reader", action, Body.parse(body));
        ObjectNode state = new ObjectMapper().createObjectNode();
        device.describe(state);
        return state;
    }

    private String statusAnswer() throws Exception {
        int port = act("lift", "").path("port").asInt();
        try (Socket host = new Socket(InetAddress.getLoopbackAddress(), port)) {
            host.setSoTimeout(5_000);
            host.getOutputStream().write(STATUS);
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(host.getInputStream().readNBytes(11));
        }
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThatThrownBy(() -> act("present", "{\"card\":\"library\"}"))
                .hasMessageContaining("permanent-resident-2023");
        assertThatThrownBy(() -> act("present", "{\"resident\":\"nobody\"}")).isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> act("fault", "{\"kind\":\"fire\"}")).hasMessageContaining("cut-off");
        assertThatThrownBy(() -> act("fault", "{\"kind\":\"late\"}")).hasMessageContaining("millis");
        assertThatThrownBy(() -> act("fault", "{\"kind\":\"status\",\"status\":65,\"command\":\"eat\"}"))
                .hasMessageContaining("select");
    }

    @Test
    void putsEverySampleOn() throws Exception {
        for (String name : SampleIdCards.names()) {
            ObjectNode state = act("present", "{\"card\":\"" + name + "\"}");
            assertThat(state.path("card").asText()).isEqualTo(name);
            assertThat(state.path("state").asText()).isEqualTo("ON_ANTENNA");
        }
        assertThat(act("present", "{\"card\":\"permit\",\"appendedAddress\":\"新地址\"}")
                        .path("resident")
                        .isNull())
                .isTrue();
        assertThat(act("lift", "").path("card").isNull()).isTrue();
    }

    @Test
    void spoilsTheAnswersAskedForAndNoMore() throws Exception {
        assertThat(statusAnswer()).isEqualTo(OK);
        act("fault", "{\"kind\":\"checksum\"}");
        assertThat(statusAnswer()).isNotEqualTo(OK);
        act("fault", "{\"kind\":\"cut-off\"}");
        assertThat(statusAnswer()).hasSize(10);
        act("fault", "{\"kind\":\"noise\"}");
        assertThat(statusAnswer()).isEqualTo("F8".repeat(11));
        act("fault", "{\"kind\":\"garbage\"}");
        assertThat(statusAnswer()).startsWith("5A");
        act("fault", "{\"kind\":\"status\",\"status\":102,\"command\":\"status\"}");
        assertThat(statusAnswer()).isEqualTo("AAAAAA96690004000066" + "62");
        act("fault", "{\"kind\":\"status\",\"status\":102,\"command\":\"find\"}");
        assertThat(statusAnswer()).as("find is spoiled, not this").isEqualTo(OK);
        act("fault", "{\"kind\":\"late\",\"millis\":150}");
        long before = System.nanoTime();
        assertThat(statusAnswer()).isEqualTo(OK);
        assertThat(System.nanoTime() - before).isGreaterThan(150_000_000);
    }

    @Test
    void switchesStayUntilTheBenchIsReset() throws Exception {
        act("rereads", "{\"on\":true}");
        act("byte-by-byte", "{\"on\":true}");
        assertThat(statusAnswer()).isEqualTo(OK);
        assertThat(act("wrong-baud", "{\"on\":true}").path("wrongBaud").asBoolean())
                .isTrue();
        assertThat(statusAnswer()).startsWith("F8F8");
        assertThat(act("mute", "{\"on\":true}").path("mute").asBoolean()).isTrue();
        device.reset();
        assertThat(statusAnswer()).isEqualTo(OK);
    }

    @Test
    void aPulledCableIsTheEndOfTheStream() throws Exception {
        assertThat(act("unplug", "").path("plugged").asBoolean()).isFalse();
        assertThatThrownBy(this::statusAnswer).isInstanceOf(IOException.class);
        act("plug", "");
        assertThat(statusAnswer()).isEqualTo(OK);
    }
}
