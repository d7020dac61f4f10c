package io.changbai.ui.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.journey.Intent;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentServletTest {

    private GatewayServer gateway;
    private String headers;

    @BeforeEach
    void start() throws Exception {
        gateway = new GatewayServer(Map.of());
        headers = gateway.ours() + gateway.cookie();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
    }

    @Test
    void handsATouchToTheJourney() throws IOException {
        String answer = gateway.post("/intent", headers, "{\"revision\":7,\"kind\":\"CHOOSE\",\"value\":\"2026 全年\"}");

        assertThat(answer).startsWith("HTTP/1.1 204");
        assertThat(gateway.journey.intents).containsExactly(new Intent(7, Intent.Kind.CHOOSE, "2026 全年"));
    }

    @Test
    void takesAMissingValueAsEmpty() throws IOException {
        gateway.post("/intent", headers, "{\"revision\":7,\"kind\":\"AGREE\"}");

        assertThat(gateway.journey.intents).containsExactly(new Intent(7, Intent.Kind.AGREE, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                              | not an object",
                "null                                            | not an object",
                "[]                                              | not an object",
                "{                                               | malformed",
                "{\"revision\":1,\"kind\":\"START\"} x           | malformed",
                "{\"revision\":1,\"revision\":2,\"kind\":\"START\"} | malformed",
                "{\"kind\":\"START\"}                            | revision",
                "{\"revision\":-1,\"kind\":\"START\"}            | revision",
                "{\"revision\":1.5,\"kind\":\"START\"}           | revision",
                "{\"revision\":\"1\",\"kind\":\"START\"}         | revision",
                "{\"revision\":9223372036854775808,\"kind\":\"START\"} | revision",
                "{\"revision\":1}                                | kind",
                "{\"revision\":1,\"kind\":\"start\"}             | kind",
                "{\"revision\":1,\"kind\":{}}                    | kind",
                "{\"revision\":1,\"kind\":\"START\",\"value\":1} | value",
                "{\"revision\":1,\"kind\":\"START\",\"value\":\"a\\u0000b\"} | value",
            })
    void refusesWithAReason(String body, String reason) throws IOException {
        String answer = gateway.post("/intent", headers, body);

        assertThat(answer).startsWith("HTTP/1.1 400").endsWith("{\"reason\":\"" + reason + "\"}");
        assertThat(gateway.journey.intents).isEmpty();
    }

    @Test
    void refusesAValueLongerThanAnyOfOurs() throws IOException {
        String value = "x".repeat(201);

        assertThat(gateway.post("/intent", headers, "{\"revision\":1,\"kind\":\"START\",\"value\":\"" + value + "\"}"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesABodyOverFourKilobytes() throws IOException {
        assertThat(gateway.post("/intent", headers, "{" + " ".repeat(Body.LIMIT) + "}"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void survivesNestingMeantToExhaustTheStack() throws IOException {
        assertThat(gateway.post("/intent", headers, "{\"a\":" + "[".repeat(4000) + "}"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesAFormPost() throws IOException {
        String form = headers.replace("application/json", "text/plain");

        assertThat(gateway.post("/intent", form, "{\"revision\":1,\"kind\":\"START\"}"))
                .startsWith("HTTP/1.1 415");
    }

    @Test
    void changesNothingOnAGet() throws IOException {
        assertThat(gateway.get("/intent", headers)).startsWith("HTTP/1.1 405");
    }
}
