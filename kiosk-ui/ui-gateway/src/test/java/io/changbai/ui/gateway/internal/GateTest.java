package io.changbai.ui.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static final String START = "{\"revision\":1,\"kind\":\"START\",\"value\":\"\"}";

    private GatewayServer gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = new GatewayServer(Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
    }

    @Test
    void opensASessionForTheTokenOfThisBoot() throws IOException {
        String answer = gateway.post("/session", gateway.ours(), "{\"token\":\"" + gateway.session.token() + "\"}");

        assertThat(answer).startsWith("HTTP/1.1 204");
        assertThat(answer)
                .containsPattern("Set-Cookie: changbai-\\d+=[\\w-]{43};.*HttpOnly")
                .contains("SameSite=Strict");
        assertThat(answer).doesNotContain(gateway.session.token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"token\":\"\"}", "{\"token\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}"})
    void opensNoSessionForAnotherToken(String body) throws IOException {
        assertThat(gateway.post("/session", gateway.ours(), body))
                .startsWith("HTTP/1.1 401")
                .doesNotContain("Set-Cookie");
    }

    @Test
    void refusesACookieOfAnEarlierBoot() throws IOException {
        String stale = "Cookie: changbai-" + gateway.port() + "=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n";

        assertThat(gateway.get("/events", "Host: " + gateway.host() + "\r\n" + stale))
                .startsWith("HTTP/1.1 401");
        assertThat(gateway.post("/intent", gateway.ours() + stale, START)).startsWith("HTTP/1.1 401");
        assertThat(gateway.journey.intents).isEmpty();
    }

    @Test
    void refusesTheCookieUnderAnotherTerminalsName() throws IOException {
        String renamed = gateway.cookie().replace("changbai-" + gateway.port(), "changbai-1");

        assertThat(gateway.post("/intent", gateway.ours() + renamed, START)).startsWith("HTTP/1.1 401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rebound.example:%d", "rebound.example", "127.0.0.1:1", "127.0.0.1", "127.0.0.1.example:%d"})
    void refusesAHostThatIsNotOurs(String host) throws IOException {
        String header = "Host: " + String.format(host, gateway.port()) + "\r\n";

        assertThat(gateway.get("/", header)).startsWith("HTTP/1.1 403");
        assertThat(gateway.get("/events", header + gateway.cookie())).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Origin: http://127.0.0.1:1\r\n",
                "Origin: null\r\n",
                "Origin: https://127.0.0.1:%d\r\n",
                "Origin: http://127.0.0.1:%d\r\nSec-Fetch-Site: same-site\r\n",
                "Origin: http://127.0.0.1:%d\r\nSec-Fetch-Site: cross-site\r\n"
            })
    void refusesATouchFromAnotherPage(String origin) throws IOException {
        String headers = "Host: " + gateway.host() + "\r\n" + String.format(origin, gateway.port())
                + "Content-Type: application/json\r\n" + gateway.cookie();

        assertThat(gateway.post("/intent", headers, START)).startsWith("HTTP/1.1 403");
        assertThat(gateway.journey.intents).isEmpty();
    }

    @Test
    void refusesAStreamToAnotherPageOfThisMachine() throws IOException {
        String headers = "Host: " + gateway.host() + "\r\nOrigin: http://127.0.0.1:1\r\n" + gateway.cookie();

        assertThat(gateway.get("/events", headers)).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "DELETE", "OPTIONS"})
    void knowsNoOtherMethods(String method) throws IOException {
        String request = method + " / HTTP/1.1\r\nHost: " + gateway.host() + "\r\nConnection: close\r\n\r\n";

        assertThat(gateway.exchange(request)).startsWith("HTTP/1.1 405");
    }

    @Test
    void saysWhatThePageMayDo() throws IOException {
        assertThat(gateway.get("/events", "Host: " + gateway.host() + "\r\n"))
                .contains("default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("X-Content-Type-Options: nosniff")
                .contains("Referrer-Policy: no-referrer")
                .contains("Permissions-Policy: camera=()")
                .contains("Cache-Control: no-store")
                .doesNotContain("unsafe");
    }
}
