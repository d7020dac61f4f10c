package io.changbai.fleet.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.changbai.fleet.authority.Authority;
import io.changbai.fleet.authority.Credentials;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every broker of ours holds, whoever made it. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class BrokerContract {

    @TempDir
    Path folder;

    private Authority authority;
    private BrokerSettings settings;
    private Broker broker;

    abstract Broker start(BrokerSettings settings) throws Exception;

    @BeforeEach
    void startBroker() throws Exception {
        authority = Authority.open(folder.resolve("authority"), Clock.systemUTC());
        Credentials server =
                authority.issueServer("broker", List.of("localhost", "127.0.0.1"), folder.resolve("server"));
        settings = new BrokerSettings("127.0.0.1", freePort(), "changbai", server, folder.resolve("data"));
        broker = start(settings);
    }

    @AfterEach
    void endBroker() {
        broker.close();
    }

    @Test
    void refusesCertificateOfAnotherAuthority() throws Exception {
        Authority rogue = Authority.open(folder.resolve("rogue"), Clock.systemUTC());
        Credentials own = rogue.issueClient("T-1", folder.resolve("rogue"));
        try (TestClient client =
                new TestClient(broker.uri(), "T-1", own, named("T-1").trustManagers())) {
            assertThatThrownBy(client::connect).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void refusesClientWithoutCertificate() throws Exception {
        try (TestClient client =
                new TestClient(broker.uri(), "T-1", null, named("T-1").trustManagers())) {
            assertThatThrownBy(client::connect).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void dropsWhatATerminalWritesToAnothersTopics() throws Exception {
        try (TestClient fleet = connected("fleet").subscribe("changbai/#").subscribe("$EDC/changbai/#")) {
            for (String foreign : List.of(
                    "changbai/T-1/TXN-V1/POST/record",
                    "$EDC/changbai/T-1/MQTT/BIRTH",
                    "$EDC/changbai/T-1/KIOSK-V1/EXEC/x",
                    "$EDC/changbai/fleet/KIOSK-V1/NOTIFY/T-1/x")) {
                try (TestClient thief = connected("T-2")) {
                    attempt(() -> thief.publish(foreign, "stolen"));
                }
            }
            try (TestClient honest = connected("T-1")) {
                honest.publish("changbai/T-1/TXN-V1/POST/record", "own");
            }

            assertThat(fleet.next()).isEqualTo("changbai/T-1/TXN-V1/POST/record own");
        }
    }

    @Test
    void neverDeliversAnothersMessages() throws Exception {
        try (TestClient honest = connected("T-1").subscribe("$EDC/changbai/T-1/#");
                TestClient fleet = connected("fleet")) {
            for (String greedy : List.of("#", "$EDC/#", "$EDC/changbai/+/#", "changbai/#", "$share/x/changbai/#")) {
                try (TestClient thief = connected("T-2")) {
                    attempt(() -> thief.subscribe(greedy));
                    fleet.publish("$EDC/changbai/T-1/CORE-V1/REPLY/1", "secret");
                    honest.publish("changbai/T-1/TEL-V1/POST/state", "secret");
                    assertThat(honest.next()).isEqualTo("$EDC/changbai/T-1/CORE-V1/REPLY/1 secret");
                    // The marker is for the thief: once it is there, or the thief is out, nothing earlier can come.
                    attempt(() -> thief.subscribe("$EDC/changbai/T-2/mark"));
                    fleet.publish("$EDC/changbai/T-2/mark", "own");
                    while (thief.isConnected() && thief.all().stream().noneMatch(m -> m.endsWith(" own"))) {
                        thief.next();
                    }

                    assertThat(thief.all()).as(greedy).noneMatch(message -> message.contains("secret"));
                }
            }
        }
    }

    @Test
    void keepsTheClientIdWithItsCertificate() throws Exception {
        try (TestClient honest = connected("T-1").subscribe("$EDC/changbai/T-1/#");
                TestClient fleet = connected("fleet");
                TestClient thief = new TestClient(broker.uri(), "T-1", named("T-2"))) {
            attempt(thief::connect);

            fleet.publish("$EDC/changbai/T-1/CORE-V1/REPLY/1", "answer");

            assertThat(honest.next()).isEqualTo("$EDC/changbai/T-1/CORE-V1/REPLY/1 answer");
            assertThat(honest.isConnected()).isTrue();
            assertThat(thief.all()).isEmpty();
        }
    }

    @Test
    void passesQuestionsAndAnswersBetweenTerminalsAndTheCentralSide() throws Exception {
        try (TestClient platform = connected("sandbox-platform").subscribe("changbai/+/CORE-V1/#");
                TestClient worker = connected("fleet").subscribe("$share/fleet/changbai/+/TXN-V1/#");
                TestClient terminal = connected("T-1").subscribe("$EDC/changbai/T-1/#")) {
            terminal.publish("changbai/T-1/CORE-V1/EXEC/person/find", "who");
            assertThat(platform.next()).isEqualTo("changbai/T-1/CORE-V1/EXEC/person/find who");
            platform.publish("$EDC/changbai/T-1/CORE-V1/REPLY/7", "she");
            assertThat(terminal.next()).isEqualTo("$EDC/changbai/T-1/CORE-V1/REPLY/7 she");
            terminal.publish("changbai/T-1/TXN-V1/POST/record", "done");
            assertThat(worker.next()).isEqualTo("changbai/T-1/TXN-V1/POST/record done");
            platform.subscribe("$EDC/changbai/sandbox-platform/#");
            terminal.publish("$EDC/changbai/sandbox-platform/KIOSK-V1/REPLY/8", "yes");
            assertThat(platform.next()).isEqualTo("$EDC/changbai/sandbox-platform/KIOSK-V1/REPLY/8 yes");
        }
    }

    @Test
    void passesLifeCycleMessagesToTheCentralSide() throws Exception {
        try (TestClient worker = connected("fleet").subscribe("$EDC/changbai/+/MQTT/BIRTH");
                TestClient terminal = connected("T-1")) {
            terminal.publish("$EDC/changbai/T-1/MQTT/BIRTH", "born");
            assertThat(worker.next()).isEqualTo("$EDC/changbai/T-1/MQTT/BIRTH born");
        }
    }

    @Test
    void keepsSessionAndQueuedMessageOverARestart() throws Exception {
        try (TestClient terminal = connected("T-1")) {
            terminal.subscribe("$EDC/changbai/T-1/#");
        }
        try (TestClient fleet = connected("fleet")) {
            fleet.publish("$EDC/changbai/T-1/TXN-V1/REPLY/1", "kept");
        }
        broker.close();
        assertThat(broker.isRunning()).isFalse();
        broker = start(settings);

        try (TestClient terminal = new TestClient(broker.uri(), "T-1", named("T-1"))) {
            assertThat(terminal.connect().isSessionPresent()).isTrue();
            assertThat(terminal.next()).isEqualTo("$EDC/changbai/T-1/TXN-V1/REPLY/1 kept");
        }
    }

    @Test
    void saysSoWhenThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BrokerSettings second = new BrokerSettings(
                    "127.0.0.1", taken.getLocalPort(), "changbai", settings.server(), folder.resolve("second"));

            assertThatThrownBy(() -> start(second).close()).isInstanceOf(BrokerUnavailableException.class);
        }
    }

    @Test
    void freesItsPortWhenClosed() {
        broker.close();

        assertThatCode(() -> new ServerSocket(settings.port(), 1, InetAddress.getLoopbackAddress()).close())
                .doesNotThrowAnyException();
    }

    BrokerSettings settings() {
        return settings;
    }

    private TestClient connected(String name) throws Exception {
        TestClient client = new TestClient(broker.uri(), name, named(name));
        client.connect();
        return client;
    }

    private Credentials named(String name) throws Exception {
        return authority.issueClient(name, folder.resolve("clients"));
    }

    /** Mosquitto answers "not authorised" or says nothing, Artemis hangs up: whether it throws says nothing. */
    private static void attempt(ThrowingCallable attack) {
        Throwable unusedRefusal = catchThrowable(attack);
    }

    static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
