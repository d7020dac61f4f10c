package io.changbai.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.fleet.authority.Requests;
import io.changbai.fleet.broker.ArtemisBroker;
import io.changbai.fleet.broker.MosquittoBroker;
import io.changbai.fleet.broker.TestClient;
import io.changbai.fleet.receiver.Messages;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.enrolment.EnrolmentRequest;
import io.changbai.platform.messages.operations.TerminalState.DeviceReport;
import io.changbai.platform.messages.operations.TerminalState.FaultReport;
import io.changbai.platform.messages.operations.TerminalState.SupplyReport;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole central side over a real broker and real TLS. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FleetIT {

    @TempDir
    Path folder;

    private CentralSide central;

    @AfterEach
    void end() {
        if (central != null) {
            central.close();
        }
    }

    @Test
    void answersATerminalOverMosquitto() throws Exception {
        start(MosquittoBroker::start);
        answersAndShowsATransaction();
    }

    @Test
    void answersATerminalOverArtemis() throws Exception {
        start(ArtemisBroker::start);
        answersAndShowsATransaction();
    }

    @Test
    void letsOnlyOperatorsOfThisMachineIn() throws Exception {
        start(MosquittoBroker::start);
        URI page = central.console();
        String token = central.token();

        assertThat(central.get(page, "/api/terminals", "").statusCode()).isEqualTo(401);
        assertThat(central.get(page, "/api/terminals", "wrong").statusCode()).isEqualTo(401);
        assertThat(central.get("/api/terminals").statusCode()).isEqualTo(200);
        assertThat(session(token, "http://evil.example").statusCode()).isEqualTo(403);
        assertThat(session("wrong", null).statusCode()).isEqualTo(401);
        HttpResponse<String> good = session(token, null);
        assertThat(good.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Strict");
        HttpResponse<String> index = central.get(page, "/", "");
        assertThat(index.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("fleet/operator-token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void enrolsATerminalOnceOverTls() throws Exception {
        start(MosquittoBroker::start);
        String code = newCode();
        HttpClient http = HttpClient.newBuilder()
                .sslContext(central.authority()
                        .issueClient("technician", folder.resolve("clients"))
                        .sslContext())
                .build();

        assertThat(enrol(http, "x".repeat(20_000)).statusCode()).isEqualTo(400);
        String request = json(new EnrolmentRequest(code, Requests.good("any")));
        assertThat(enrol(http, request).body()).contains("BEGIN CERTIFICATE", "\"terminalId\":\"T-9\"");
        assertThat(enrol(http, request).statusCode()).isEqualTo(200);
        assertThat(enrol(http, json(new EnrolmentRequest(code, Requests.good("any"))))
                        .statusCode())
                .isEqualTo(409);
        assertThat(enrol(http, "{}").statusCode()).isEqualTo(400);
        HttpResponse<String> sixth = enrol(http, request);
        assertThat(sixth.statusCode()).as(sixth.body()).isEqualTo(429);
    }

    @Test
    void refusesWhoCallsItByAnotherName() throws Exception {
        start(MosquittoBroker::start);

        assertThat(statusFor("127.0.0.1:" + central.console().getPort())).contains(" 200 ");
        assertThat(statusFor("localhost")).contains(" 200 ");
        for (String foreign : List.of("evil.example", "127.0.0.1.evil.example", "evil.example:80", "")) {
            assertThat(statusFor(foreign)).as(foreign).containsPattern(" 40[03] ");
        }
    }

    @Test
    void namesTheTerminalWhoseCertificateTwoMachinesUse() throws Exception {
        TestClock clock = new TestClock(Clock.systemUTC().instant());
        central = new CentralSide(folder, MosquittoBroker::start).fleet(clock);
        String one = "/api/terminals/T-1";

        // Until fleet has subscribed the broker drops what is sent.
        do {
            speak("b1");
        } while (central.get(one).statusCode() == 404);
        central.awaitPage(one, "\"bootId\":\"b1\"");
        speak("b2");
        central.awaitPage(one, "\"bootId\":\"b2\"");
        assertThat(central.get(one).body()).as("one restart").doesNotContain("DUPLICATE-TERMINAL");
        speak("b1");
        central.awaitPage(one, "DUPLICATE-TERMINAL");
        speak("b2");
        central.awaitPage(one, "\"bootId\":\"b2\"");

        for (int minute = 0; minute < 9; minute++) {
            clock.pass(Duration.ofMinutes(1));
            speak("b2");
        }
        assertThat(central.get(one).body()).contains("DUPLICATE-TERMINAL");
        clock.pass(Duration.ofMinutes(2));
        speak("b2");
        central.awaitPage(one, "\"faults\":[]");
    }

    /** Another machine with the same certificate: its arrival throws the other out of the broker. */
    private void speak(String bootId) throws Exception {
        try (TestClient terminal = central.terminal("T-1")) {
            terminal.connect();
            terminal.publish("$EDC/changbai/T-1/MQTT/BIRTH", Messages.birth(bootId));
        }
    }

    /** By hand, because Java's client does not let a program lie about the host. */
    private String statusFor(String host) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", central.console().getPort())) {
            socket.setSoTimeout(10_000);
            String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private void answersAndShowsATransaction() throws Exception {
        try (TestClient terminal = central.terminal("T-1")) {
            terminal.connect();
            terminal.subscribe("$EDC/changbai/T-1/#");
            // Until fleet has subscribed the broker drops what is sent; a terminal repeats, and so do we.
            do {
                terminal.publish("$EDC/changbai/T-1/MQTT/BIRTH", Messages.birth("b1"));
                terminal.publish("changbai/T-1/TXN-V1/POST/record", Messages.step("T-1", 1, "tx-1", 1, "ISSUED"));
            } while (terminal.nextWithin(1, TimeUnit.SECONDS) == null);
            terminal.publish("changbai/T-1/TEL-V1/POST/state", Messages.state("b1", List.of(printer())));
        }
        central.awaitPage("/api/transactions", "ISSUED");
        central.awaitPage("/api/terminals", "RCP-PAPER-LOW");
        assertThat(central.get("/api/overview").body()).contains("\"gaps\":[]", "\"quarantined\":0");
    }

    private String newCode() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(central.console().resolve("/api/enrolment-codes"))
                .header("Authorization", "Bearer " + central.token())
                .POST(HttpRequest.BodyPublishers.ofString("{\"terminalId\":\"T-9\",\"site\":\"hall\"}"))
                .build();
        String body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return body.replaceAll(".*\"code\":\"([^\"]+)\".*", "$1");
    }

    private HttpResponse<String> enrol(HttpClient http, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(central.enrolment())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> session(String token, String origin) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(central.console().resolve("/session"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + token + "\"}"));
        Optional.ofNullable(origin).ifPresent(from -> request.header("Origin", from));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static DeviceReport printer() {
        FaultReport low = new FaultReport("RCP-PAPER-LOW", "WARNING", "ATTENDANT", "The paper roll is nearly empty.");
        SupplyReport paper = new SupplyReport("paper", "LOW", null);
        return new DeviceReport("receipt-printer", "RECEIPT_PRINTER", "ONLINE", List.of(low), List.of(paper));
    }

    private static String json(Object body) {
        return new String(JsonCodec.write(body), StandardCharsets.UTF_8);
    }

    private void start(CentralSide.BrokerStart broker) throws Exception {
        central = new CentralSide(folder, broker).fleet(Clock.systemUTC(), "--enrolments-per-minute", "5");
    }
}
