package io.changbai.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.fleet.broker.MosquittoBroker;
import io.changbai.fleet.broker.TestClient;
import io.changbai.fleet.receiver.Messages;
import io.changbai.fleet.store.PostgresCluster;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL crashes and comes back beneath a running fleet with a real broker. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseAwayIT {

    private static final String RECORD = "changbai/T-1/TXN-V1/POST/record";
    private static final int RECORDS = 40;

    @TempDir
    Path folder;

    private PostgresCluster cluster;
    private CentralSide central;

    @BeforeEach
    void start() throws Exception {
        cluster = PostgresCluster.start();
        central = new CentralSide(folder, MosquittoBroker::start)
                .fleet(Clock.systemUTC(), "--database", cluster.url("postgres"));
    }

    @AfterEach
    void end() throws Exception {
        central.close();
        cluster.close();
    }

    @Test
    void storesOnceAndAnswersWhenItIsBack() throws Exception {
        try (TestClient terminal = central.terminal("T-1")) {
            terminal.connect();
            terminal.subscribe("$EDC/changbai/T-1/#");
            do {
                terminal.publish(RECORD, step(1));
            } while (terminal.nextWithin(1, TimeUnit.SECONDS) == null);
            for (int sequence = 2; sequence <= RECORDS; sequence++) {
                if (sequence == RECORDS / 4) {
                    cluster.stop();
                }
                terminal.publish(RECORD, step(sequence));
            }

            saysThatTheDatabaseIsAway();
            int answeredBefore = terminal.count();
            assertThat(answeredBefore).as("none is answered before its commit").isLessThan(RECORDS);
            // A terminal that waits for its answer repeats.
            terminal.publish(RECORD, step(RECORDS));
            cluster.resume();

            central.await("/api/transactions", answer -> answer.body().contains("S" + RECORDS + "\""), "the last step");
            HttpResponse<String> transactions = central.get("/api/transactions");
            for (int sequence = 1; sequence <= RECORDS; sequence++) {
                assertThat(transactions.body().split("\"S" + sequence + "\"", -1))
                        .as("step %d is stored once", sequence)
                        .hasSize(sequence == RECORDS ? 3 : 2);
            }
            assertThat(central.get("/api/overview").body()).contains("\"gaps\":[]", "\"quarantined\":0");
            answersEveryRecordWithTwoHundred(terminal);
        }
    }

    private void saysThatTheDatabaseIsAway() throws Exception {
        for (String path : List.of("/api/overview", "/api/terminals", "/api/terminals/T-1", "/api/transactions")) {
            HttpResponse<String> answer = central.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body())
                    .as(path)
                    .startsWith("The database is away.")
                    .doesNotContain("Exception")
                    .doesNotContain("\n");
        }
        String page = Browser.page(central.console(), central.token(), folder.resolve("profile"));
        assertThat(page.split("The database is away\\.", -1))
                .as("each of three tiles says so, and the head of the page")
                .hasSize(5);
        assertThat(page).doesNotContain("Receiving from the broker").doesNotContain("as of");
    }

    private static void answersEveryRecordWithTwoHundred(TestClient terminal) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        for (int sequence = 1; sequence <= RECORDS; sequence++) {
            String topic = "$EDC/changbai/T-1/TXN-V1/REPLY/transactions-e1-" + sequence;
            while (terminal.answers(topic).isEmpty()) {
                assertThat(System.nanoTime()).as("%s comes", topic).isLessThan(deadline);
                terminal.nextWithin(100, TimeUnit.MILLISECONDS);
            }
            assertThat(terminal.answers(topic)).as(topic).containsOnly(200);
        }
    }

    private static byte[] step(int sequence) {
        return Messages.step("T-1", sequence, "tx", sequence, "S" + sequence);
    }
}
