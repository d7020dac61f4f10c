package io.changbai.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.fleet.authority.Authority;
import io.changbai.fleet.authority.Credentials;
import io.changbai.fleet.authority.Requests;
import io.changbai.fleet.broker.ArtemisBroker;
import io.changbai.fleet.broker.Broker;
import io.changbai.fleet.broker.BrokerSettings;
import io.changbai.fleet.broker.MosquittoBroker;
import io.changbai.fleet.broker.TestClient;
import io.changbai.fleet.receiver.Messages;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.enrolment.EnrolmentRequest;
import io.changbai.platform.messages.operations.TerminalState.DeviceReport;
import io.changbai.platform.messages.operations.TerminalState.FaultReport;
import io.changbai.platform.messages.operations.TerminalState.SupplyReport;
import java.net.ServerSocket;
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

    private Authority authority;
    private Broker broker;
    private Fleet fleet;

    @AfterEach
    void end() {
        if (fleet != null) {
            fleet.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void answersATerminalOverMosquitto() throws Exception {
        start(MosquittoBroker.start(settings()));
        answersAndShowsATransaction();
    }

    @Test
    void answersATerminalOverArtemis() throws Exception {
        start(ArtemisBroker.start(settings()));
        answersAndShowsATransaction();
    }

    @Test
    void letsOnlyOperatorsOfThisMachineIn() throws Exception {
        start(MosquittoBroker.start(settings()));
        URI page = URI.create(fleet.consoleUrl());
        HttpClient http = HttpClient.newHttpClient();

        assertThat(get(http, page.resolve("/api/terminals"), "").statusCode()).isEqualTo(401);
        assertThat(get(http, page.resolve("/api/terminals"), "wrong").statusCode())
                .isEqualTo(401);
        assertThat(get(http, page.resolve("/api/terminals"), page.getFragment()).statusCode())
                .isEqualTo(200);
        assertThat(session(http, page, page.getFragment(), "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(session(http, page, "wrong", null).statusCode()).isEqualTo(401);
        HttpResponse<String> good = session(http, page, page.getFragment(), null);
        assertThat(good.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Strict");
        HttpResponse<String> index = get(http, page.resolve("/"), "");
        assertThat(index.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("fleet/operator-token"))))
                .isEqualTo("rw-------");
    }

    @Test
    void enrolsATerminalOnceOverTls() throws Exception {
        start(MosquittoBroker.start(settings()));
        String code = newCode();
        HttpClient http = HttpClient.newBuilder()
                .sslContext(authority
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
    }

    private void answersAndShowsATransaction() throws Exception {
        Credentials own = authority.issueClient("T-1", folder.resolve("clients"));
        try (TestClient terminal = new TestClient(broker.uri(), "T-1", own)) {
            terminal.connect();
            terminal.subscribe("$EDC/changbai/T-1/#");
            // Until fleet has subscribed the broker drops what is sent; a terminal repeats, and so do we.
            do {
                terminal.publish("$EDC/changbai/T-1/MQTT/BIRTH", Messages.birth("b1"));
                terminal.publish("changbai/T-1/TXN-V1/POST/record", Messages.step("T-1", 1, "tx-1", 1, "ISSUED"));
            } while (terminal.nextWithin(1, TimeUnit.SECONDS) == null);
            terminal.publish("changbai/T-1/TEL-V1/POST/state", Messages.state("b1", List.of(printer())));
        }
        awaitPage("/api/transactions", "ISSUED");
        awaitPage("/api/terminals", "RCP-PAPER-LOW");
        assertThat(page("/api/overview")).contains("\"gaps\":[]", "\"quarantined\":0");
        takePicture();
    }

    /** For people: run with {@code -Dfleet.picture=FILE}. */
    private void takePicture() throws Exception {
        String file = System.getProperty("fleet.picture");
        if (file != null) {
            new ProcessBuilder(
                            "chromium",
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--window-size=1280,900",
                            "--virtual-time-budget=4000",
                            "--screenshot=" + file,
                            fleet.consoleUrl())
                    .inheritIO()
                    .start()
                    .waitFor(30, TimeUnit.SECONDS);
        }
    }

    private void awaitPage(String path, String text) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!page(path).contains(text)) {
            assertThat(System.nanoTime()).as("%s shows %s", path, text).isLessThan(deadline);
        }
    }

    private String page(String path) throws Exception {
        URI console = URI.create(fleet.consoleUrl());
        return get(HttpClient.newHttpClient(), console.resolve(path), console.getFragment())
                .body();
    }

    private String newCode() throws Exception {
        URI console = URI.create(fleet.consoleUrl());
        HttpRequest request = HttpRequest.newBuilder(console.resolve("/api/enrolment-codes"))
                .header("Authorization", "Bearer " + console.getFragment())
                .POST(HttpRequest.BodyPublishers.ofString("{\"terminalId\":\"T-9\",\"site\":\"hall\"}"))
                .build();
        String body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        return body.replaceAll(".*\"code\":\"([^\"]+)\".*", "$1");
    }

    private HttpResponse<String> enrol(HttpClient http, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(fleet.enrolmentUrl()))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> session(HttpClient http, URI page, String token, String origin)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(page.resolve("/session"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + token + "\"}"));
        Optional.ofNullable(origin).ifPresent(from -> request.header("Origin", from));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(HttpClient http, URI uri, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static DeviceReport printer() {
        FaultReport low = new FaultReport("RCP-PAPER-LOW", "WARNING", "ATTENDANT", "The paper roll is nearly empty.");
        SupplyReport paper = new SupplyReport("paper", "LOW", null);
        return new DeviceReport("receipt-printer", "RECEIPT_PRINTER", "ONLINE", List.of(low), List.of(paper));
    }

    private static String json(Object body) {
        return new String(JsonCodec.write(body), StandardCharsets.UTF_8);
    }

    private BrokerSettings settings() throws Exception {
        authority = Authority.open(folder.resolve("fleet/authority"), Clock.systemUTC());
        Credentials server =
                authority.issueServer("broker", List.of("localhost", "127.0.0.1"), folder.resolve("server"));
        try (ServerSocket socket = new ServerSocket(0)) {
            return new BrokerSettings("127.0.0.1", socket.getLocalPort(), "changbai", server, folder.resolve("broker"));
        }
    }

    private void start(Broker started) throws Exception {
        broker = started;
        fleet = Fleet.start(
                FleetOptions.parse(
                        "serve",
                        "--data",
                        folder.resolve("fleet").toString(),
                        "--http-port",
                        "0",
                        "--enrol-port",
                        "0",
                        "--broker",
                        broker.uri().toString(),
                        "--account",
                        "changbai"),
                Clock.systemUTC());
    }
}
