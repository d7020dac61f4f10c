package io.changbai.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.fleet.authority.Authority;
import io.changbai.fleet.authority.Credentials;
import io.changbai.fleet.broker.Broker;
import io.changbai.fleet.broker.BrokerSettings;
import io.changbai.fleet.broker.TestClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A real broker and a fleet beside it in one folder, with what tests ask of them. */
final class CentralSide implements AutoCloseable {

    /** Starts one of our brokers. */
    interface BrokerStart {
        Broker start(BrokerSettings settings) throws Exception;
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final Authority authority;
    private final Broker broker;
    private Fleet fleet;

    CentralSide(Path folder, BrokerStart start) throws Exception {
        this.folder = folder;
        this.authority = Authority.open(folder.resolve("fleet/authority"), Clock.systemUTC());
        Credentials server =
                authority.issueServer("broker", List.of("localhost", "127.0.0.1"), folder.resolve("server"));
        this.broker =
                start.start(new BrokerSettings("127.0.0.1", freePort(), "changbai", server, folder.resolve("broker")));
    }

    /** Starts the fleet in this process. */
    CentralSide fleet(Clock clock, String... more) throws Exception {
        fleet = Fleet.start(FleetOptions.parse(arguments(broker.uri(), more)), clock);
        return this;
    }

    /** The command line of a fleet in this folder. */
    String[] arguments(URI at, String... more) {
        List<String> words = new ArrayList<>(
                List.of("serve", "--data", folder.resolve("fleet").toString(), "--http-port", "0"));
        words.addAll(List.of("--enrol-port", "0", "--broker", at.toString(), "--account", "changbai"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    TestClient terminal(String name) throws Exception {
        return new TestClient(broker.uri(), name, authority.issueClient(name, folder.resolve("clients")));
    }

    Authority authority() {
        return authority;
    }

    Broker broker() {
        return broker;
    }

    URI console() {
        return URI.create(fleet.consoleUrl());
    }

    URI enrolment() {
        return URI.create(fleet.enrolmentUrl());
    }

    String token() throws IOException {
        return Files.readString(folder.resolve("fleet/operator-token")).strip();
    }

    HttpResponse<String> get(String path) throws Exception {
        return get(console(), path, token());
    }

    HttpResponse<String> get(URI console, String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(console.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    void awaitPage(String path, String text) throws Exception {
        await(path, answer -> answer.statusCode() == 200 && answer.body().contains(text), text);
    }

    void await(String path, Predicate<HttpResponse<String>> wanted, String what) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        HttpResponse<String> answer = get(path);
        while (!wanted.test(answer)) {
            assertThat(System.nanoTime())
                    .as("%s shows %s, not %s", path, what, answer.body())
                    .isLessThan(deadline);
            answer = get(path);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        if (fleet != null) {
            fleet.close();
        }
        broker.close();
    }
}
