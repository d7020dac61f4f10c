package io.changbai.fleet.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.fleet.TestClock;
import io.changbai.fleet.store.Database;
import io.changbai.fleet.store.FleetView;
import io.changbai.fleet.store.GapRow;
import io.changbai.fleet.store.Ledger;
import io.changbai.fleet.store.TerminalRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the receiver holds over every database of ours. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ReceiverContract {

    private static final String RECORD = "changbai/T-1/TXN-V1/POST/record";
    private static final String STATE = "changbai/T-1/TEL-V1/POST/state";

    private final TestClock clock = new TestClock();
    private final FakeSource source = new FakeSource(clock);
    private Database database;
    private FleetView view;
    private Receiver receiver;

    protected abstract Database openDatabase() throws Exception;

    @BeforeEach
    void startReceiver() throws Exception {
        database = openDatabase();
        view = new FleetView(database, clock);
        receiver = new Receiver(source, new Ledger(database), clock, Duration.ofMillis(20)).start();
    }

    @AfterEach
    void endReceiver() {
        receiver.close();
        database.close();
    }

    @Test
    void putsAsideWhatItCannotReadAndAnswersFourHundred() throws Exception {
        byte[] notJson = "{".getBytes(StandardCharsets.UTF_8);
        byte[] zeroByte = "{\"transactionId\":\"a\0\"}".getBytes(StandardCharsets.UTF_8);
        byte[] longId = ("{\"transactionId\":\"" + "x".repeat(65) + "\",\"state\":\"S\",\"service\":\"s\"}")
                .getBytes(StandardCharsets.UTF_8);
        for (byte[] body : List.of(notJson, zeroByte, longId, new byte[0])) {
            source.pass(RECORD, Messages.record("T-1", 1, body));
            assertThat(source.answers.take()).isEqualTo("$EDC/changbai/T-1/TXN-V1/REPLY/transactions-e1-1 400");
        }

        assertThat(view.quarantined()).isEqualTo(4);
        assertThat(view.transactions(10)).isEmpty();
    }

    @Test
    void putsAsideBytesThatAreNoPayloadWithoutAnAnswer() throws Exception {
        source.pass(RECORD, Messages.garbage());
        source.pass("changbai/" + "x".repeat(65) + "/TXN-V1/POST/record", Messages.garbage());

        assertThat(view.quarantined()).isEqualTo(2);
        assertThat(source.answers).isEmpty();
    }

    @Test
    void neverAnswersToAnotherTerminalThanTheSender() throws Exception {
        source.pass(RECORD, Messages.step("T-2", 1, "tx", 1, "DRAFT"));

        assertThat(source.answers).isEmpty();
    }

    @Test
    void answersTwoHundredAfterTheCommitAndAgainToARepeat() throws Exception {
        source.pass(RECORD, Messages.step("T-1", 1, "tx", 1, "DRAFT"));
        source.pass(RECORD, Messages.step("T-1", 1, "tx", 1, "DRAFT"));
        source.pass(RECORD, Messages.step("T-1", 2, "tx", 2, "SUBMITTED"));

        assertThat(source.answers)
                .containsExactly(
                        "$EDC/changbai/T-1/TXN-V1/REPLY/transactions-e1-1 200",
                        "$EDC/changbai/T-1/TXN-V1/REPLY/transactions-e1-1 200",
                        "$EDC/changbai/T-1/TXN-V1/REPLY/transactions-e1-2 200");
        assertThat(view.transactions(10)).singleElement().satisfies(transaction -> {
            assertThat(transaction.states()).containsExactly("DRAFT", "SUBMITTED");
            assertThat(transaction.reference()).isEqualTo("C-1");
        });
        assertThat(view.gaps()).isEmpty();
    }

    @Test
    void showsMissingRecordsUntilTheyCome() throws Exception {
        source.pass(RECORD, Messages.step("T-1", 1, "tx", 1, "A"));
        source.pass(RECORD, Messages.step("T-1", 5, "tx", 5, "E"));
        assertThat(view.gaps())
                .extracting(GapRow::firstMissing, GapRow::lastMissing)
                .containsExactly(tuple(2, 4));

        source.pass(RECORD, Messages.step("T-1", 3, "tx", 3, "C"));
        assertThat(view.gaps())
                .extracting(GapRow::firstMissing, GapRow::lastMissing)
                .containsExactlyInAnyOrder(tuple(2, 2), tuple(4, 4));

        source.pass(RECORD, Messages.step("T-1", 2, "tx", 2, "B"));
        source.pass(RECORD, Messages.step("T-1", 4, "tx", 4, "D"));
        assertThat(view.gaps()).isEmpty();
        assertThat(view.transactions(1).get(0).states()).containsExactly("A", "B", "C", "D", "E");
    }

    @Test
    void saysWhetherATerminalIsThere() throws Exception {
        source.pass("$EDC/changbai/T-1/MQTT/BIRTH", Messages.birth("b1"));
        assertThat(only().online()).isTrue();

        source.pass("$EDC/changbai/T-1/MQTT/LWT", new byte[0]);
        assertThat(only().online()).isFalse();

        source.pass(STATE, Messages.state("b1", List.of()));
        assertThat(only().online()).isTrue();
        clock.pass(Duration.ofSeconds(89));
        assertThat(only().online()).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(only().online()).isFalse();
        assertThat(only().since()).isEqualTo(clock.instant());

        source.pass(STATE, Messages.state("b1", List.of()));
        assertThat(only().online()).isTrue();
        source.pass("$EDC/changbai/T-1/MQTT/DC", Messages.birth("b1"));
        assertThat(only().online()).isFalse();
    }

    @Test
    void noticesTwoMachinesWithOneCertificateButNoRestart() throws Exception {
        source.pass("$EDC/changbai/T-1/MQTT/BIRTH", Messages.birth("b1"));
        source.pass("$EDC/changbai/T-1/MQTT/BIRTH", Messages.birth("b2"));
        assertThat(only().twoBoots()).isFalse();

        source.pass("$EDC/changbai/T-1/MQTT/BIRTH", Messages.birth("b1"));
        assertThat(only().twoBoots()).isTrue();

        clock.pass(Duration.ofMinutes(11));
        assertThat(only().twoBoots()).isFalse();
    }

    @Test
    void acknowledgesNothingWhileTheDatabaseIsAwayAndLosesNothing() throws Exception {
        database.close();
        for (int sequence = 1; sequence <= 3; sequence++) {
            source.deliver(RECORD, Messages.step("T-1", sequence, "tx", sequence, "S" + sequence));
        }
        receiver.close();
        assertThat(source.acknowledged).isEmpty();
        assertThat(source.answers).isEmpty();

        // What was not acknowledged is delivered again to the next worker.
        startReceiver();
        for (int sequence = 1; sequence <= 3; sequence++) {
            source.pass(RECORD, Messages.step("T-1", sequence, "tx", sequence, "S" + sequence));
        }
        assertThat(view.transactions(1).get(0).states()).containsExactly("S1", "S2", "S3");
        assertThat(source.answers).hasSize(3);
    }

    @Test
    void answersZeroOneAndAThousandRows() throws Exception {
        assertThat(view.transactions(100)).isEmpty();
        for (int i = 1; i <= 1000; i++) {
            source.deliver(RECORD, Messages.step("T-1", i, "tx-" + i, 1, "DRAFT"));
        }
        for (int i = 1; i <= 1000; i++) {
            assertThat(source.awaitAcknowledgement()).isNotNull();
        }

        assertThat(view.transactions(1)).hasSize(1);
        assertThat(view.transactions(1000)).hasSize(1000);
    }

    private TerminalRow only() {
        assertThat(view.terminals()).hasSize(1);
        return view.terminal("T-1").orElseThrow();
    }

    private static Tuple tuple(long first, long last) {
        return Assertions.tuple(first, last);
    }
}
