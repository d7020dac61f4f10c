package io.changbai.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.fleet.broker.MosquittoBroker;
import io.changbai.fleet.broker.TestClient;
import io.changbai.fleet.receiver.Messages;
import io.changbai.fleet.store.PostgresCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The central side as a process: how it begins, what it says, how it ends. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FleetMainIT {

    private static final int ENDS_WITHIN_SECONDS = 5;

    @TempDir
    Path folder;

    private CentralSide central;

    @BeforeEach
    void startBroker() throws Exception {
        central = new CentralSide(folder, MosquittoBroker::start);
    }

    @AfterEach
    void endBroker() {
        central.close();
    }

    @Test
    void saysOneSentenceWhenTheDatabaseCannotBeUsed() throws Exception {
        String nobody = "127.0.0.1:" + CentralSide.freePort() + "/fleet";
        for (String url : List.of("jdbc:postgresql://" + nobody, "jdbc:nonsense:x")) {
            String[] arguments =
                    central.arguments(central.broker().uri(), "--database", url + "?user=fleet&password=not-for-logs");
            try (JavaProcess fleet = JavaProcess.start(FleetMain.class, arguments)) {
                assertThat(fleet.awaitEnd(40)).isEqualTo(1);
                assertThat(fleet.said())
                        .as("one sentence, no stack trace")
                        .singleElement()
                        .asString()
                        .startsWith("fleet does not start: the database " + url + " cannot be used: ")
                        .doesNotContain("not-for-logs");
            }
        }
    }

    @Test
    void endsInTimeWhileNobodyListensAtTheBrokersPort() throws Exception {
        URI nobody = URI.create("ssl://127.0.0.1:" + CentralSide.freePort());
        try (JavaProcess fleet = JavaProcess.start(FleetMain.class, central.arguments(nobody))) {
            fleet.awaitLine("FLEET READY");
            fleet.terminate();

            assertThat(fleet.awaitEnd(ENDS_WITHIN_SECONDS)).isEqualTo(143);
            assertThat(fleet.said().stream().filter(line -> line.contains("no broker")))
                    .as("said once, not at every try")
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void endsInTimeWhileTheBrokerIsSilent() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI silent = URI.create("ssl://127.0.0.1:" + mute.getLocalPort());
            try (JavaProcess fleet = JavaProcess.start(FleetMain.class, central.arguments(silent))) {
                fleet.awaitLine("FLEET READY");
                mute.accept();
                fleet.terminate();

                assertThat(fleet.awaitEnd(ENDS_WITHIN_SECONDS)).isEqualTo(143);
            }
        }
    }

    @Test
    void endsInTimeWhileTheDatabaseHangs() throws Exception {
        try (PostgresCluster cluster = PostgresCluster.start()) {
            String[] arguments = central.arguments(central.broker().uri(), "--database", cluster.url("postgres"));
            try (JavaProcess fleet = JavaProcess.start(FleetMain.class, arguments);
                    TestClient terminal = central.terminal("T-1")) {
                fleet.awaitLine("FLEET READY");
                terminal.connect();
                terminal.subscribe("$EDC/changbai/T-1/#");
                String topic = "changbai/T-1/TXN-V1/POST/record";
                do {
                    terminal.publish(topic, Messages.step("T-1", 1, "tx", 1, "DRAFT"));
                } while (terminal.nextWithin(1, TimeUnit.SECONDS) == null);
                cluster.freeze();
                try {
                    terminal.publish(topic, Messages.step("T-1", 2, "tx", 2, "SUBMITTED"));
                    assertThat(terminal.nextWithin(1, TimeUnit.SECONDS))
                            .as("no answer before the commit")
                            .isNull();
                    fleet.terminate();

                    assertThat(fleet.awaitEnd(ENDS_WITHIN_SECONDS)).isEqualTo(143);
                } finally {
                    cluster.thaw();
                }
            }
        }
    }

    @Test
    void saysNothingOfMessagesAndNeverItsToken() throws Exception {
        try (JavaProcess fleet = JavaProcess.start(
                        FleetMain.class, central.arguments(central.broker().uri()));
                TestClient terminal = central.terminal("T-1")) {
            URI page = URI.create(fleet.awaitLine("FLEET READY").replaceAll(".* http=(\\S+) .*", "$1"));
            terminal.connect();
            terminal.subscribe("$EDC/changbai/T-1/#");
            String topic = "changbai/T-1/TXN-V1/POST/record";
            do {
                terminal.publish(topic, Messages.step("T-1", 1, "tx", 1, "DRAFT"));
            } while (terminal.nextWithin(1, TimeUnit.SECONDS) == null);
            int before = fleet.said().size();
            for (int sequence = 2; sequence <= 20; sequence++) {
                terminal.publish(topic, Messages.step("T-1", sequence, "tx", sequence, "S"));
                terminal.publish(topic, Messages.record("T-1", 100 + sequence, new byte[] {'{'}));
                assertThat(terminal.next()).contains("/REPLY/");
                assertThat(terminal.next()).contains("/REPLY/");
            }
            assertThat(central.get(page, "/api/overview", central.token()).statusCode())
                    .isEqualTo(200);
            assertThat(central.get(page, "/api/overview", "wrong").statusCode()).isEqualTo(401);
            fleet.terminate();
            fleet.awaitEnd(ENDS_WITHIN_SECONDS);

            assertThat(fleet.said()).noneMatch(line -> line.contains(tokenOf(central)));
            assertThat(fleet.said()).as("nothing per message").hasSizeLessThanOrEqualTo(before + 1);
        }
    }

    private static String tokenOf(CentralSide central) {
        try {
            return central.token();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
