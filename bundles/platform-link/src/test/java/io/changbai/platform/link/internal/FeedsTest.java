package io.changbai.platform.link.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.platform.link.LinkStatus.LinkFault;
import io.changbai.platform.messages.Reply;
import io.changbai.platform.messages.operations.OperationsApi;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedsTest {

    private static final String RECORDS = "changbai/T-0001/TXN-V1/POST/record";
    private static final String EPOCH = "00000000-0000-0000-0000-000000000001";

    private final Bench bench = new Bench();

    @BeforeEach
    void aFeedOfTransactions() {
        bench.machine.feedAdded(new Bench.Feed("transactions", "TXN-V1", "record", 2));
    }

    @Test
    void whatWasWrittenBeforeTheSessionIsSentInOrderNineAtATime() throws Exception {
        bench.append("transactions", 20);

        bench.up();

        assertThat(sequences()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(bench.session().sentTo(RECORDS).get(0).payload().metrics())
                .containsEntry(Reply.REQUEST_ID, id(1))
                .containsEntry(OperationsApi.METRIC_EPOCH, EPOCH);
    }

    @Test
    void aRecordLeavesItsFeedOnA200AndOnNothingLess() throws Exception {
        bench.append("transactions", 1);
        bench.up();

        bench.answer("TXN-V1", id(1), 500);
        bench.answer("TXN-V1", id(1), 404);
        assertThat(bench.journal.backlog("transactions")).isEqualTo(1);

        bench.answer("TXN-V1", id(1), 200);
        assertThat(bench.journal.backlog("transactions")).isZero();
    }

    @Test
    void anAcknowledgementMakesRoomForTheNext() throws Exception {
        bench.append("transactions", 12);
        bench.up();

        bench.answer("TXN-V1", id(4), 200);
        bench.answer("TXN-V1", id(1), 200);
        bench.pass(10);

        assertThat(sequences()).endsWith(10L, 11L).hasSize(11);
    }

    @Test
    void aRecordWithoutAnAnswerIsSentAgainUnderTheSameId() throws Exception {
        bench.append("transactions", 1);
        bench.up();

        bench.pass(29_000);
        assertThat(sequences()).containsExactly(1L);
        bench.pass(2_000);

        assertThat(sequences()).containsExactly(1L, 1L);
        assertThat(bench.session().sentTo(RECORDS))
                .allSatisfy(sent -> assertThat(sent.payload().metrics()).containsEntry(Reply.REQUEST_ID, id(1)));
    }

    @Test
    void anotherSessionBeginsWithWhatIsNotAcknowledged() throws Exception {
        bench.append("transactions", 3);
        bench.up();
        bench.answer("TXN-V1", id(2), 200);
        bench.lose("LNK-UNREACHABLE");
        bench.pass(2_000).up();

        assertThat(sequences()).containsExactly(1L, 3L);
    }

    @Test
    void aRefusedRecordStaysInTheJournalAndBlocksNobody() throws Exception {
        bench.append("transactions", 11);
        bench.up();

        bench.answer("TXN-V1", id(1), 400);
        for (int i = 2; i <= 11; i++) {
            bench.answer("TXN-V1", id(i), 200);
            bench.pass(10);
        }

        assertThat(bench.journal.backlog("transactions")).isEqualTo(1);
        assertThat(bench.machine.fault()).map(LinkFault::code).contains("LNK-RECORD-REFUSED");
        bench.pass(120_000);
        assertThat(sequences().stream().filter(s -> s.equals(1L))).hasSize(1);

        bench.lose("LNK-UNREACHABLE");
        bench.pass(60_000).up();
        assertThat(sequences()).containsExactly(1L);
        bench.answer("TXN-V1", id(1), 200);
        assertThat(bench.machine.fault()).isEmpty();
        assertThat(bench.journal.backlog("transactions")).isZero();
    }

    @Test
    void manyRefusedRecordsDoNotHideTheGoodOneBehindThem() throws Exception {
        bench.append("transactions", 30);
        bench.up();
        for (int i = 1; i <= 29; i++) {
            bench.answer("TXN-V1", id(i), 400);
            bench.pass(10);
        }

        assertThat(sequences()).endsWith(30L);
    }

    @Test
    void aFeedWithoutAnswersHoldsUpNobody() throws Exception {
        bench.machine.feedAdded(new Bench.Feed("alarms", "TEL-V1", "event", 1));
        bench.append("alarms", 20);
        bench.append("transactions", 1);

        bench.up();

        assertThat(bench.session().sentTo("TEL-V1/POST/event")).hasSize(9);
        assertThat(sequences()).containsExactly(1L);
        assertThat(bench.session().sent.get(1).topic()).contains("TEL-V1"); // 0 is the birth
    }

    @Test
    void aJournalThatCannotBeReadIsTriedAgain() throws Exception {
        bench.append("transactions", 1);
        bench.journal.failing(true);
        bench.up();
        assertThat(sequences()).isEmpty();

        bench.journal.failing(false);
        bench.pass(5_000);

        assertThat(sequences()).containsExactly(1L);
    }

    @Test
    void anAcknowledgementTheJournalCannotTakeIsFetchedAgain() throws Exception {
        bench.append("transactions", 1);
        bench.up();
        bench.journal.failing(true);
        bench.answer("TXN-V1", id(1), 200);
        bench.journal.failing(false);

        bench.pass(31_000);
        assertThat(sequences()).containsExactly(1L, 1L);
        bench.answer("TXN-V1", id(1), 200);

        assertThat(bench.journal.backlog("transactions")).isZero();
    }

    @Test
    void aStoreThatWasBegunAnewIsReadFromItsBeginning() throws Exception {
        bench.append("transactions", 3);
        bench.up();
        for (int i = 1; i <= 3; i++) {
            bench.answer("TXN-V1", id(i), 200);
        }
        bench.journal.beginAnew("epoch-2");
        bench.append("transactions", 1);

        assertThat(bench.session().sentTo(RECORDS).get(3).payload().metrics())
                .containsEntry(Reply.REQUEST_ID, "transactions-epoch-2-1");
    }

    @Test
    void aFullSessionIsFilledLater() throws Exception {
        bench.append("transactions", 2);
        bench.up();
        bench.session().takes = false;
        bench.append("transactions", 1);
        assertThat(sequences()).containsExactly(1L, 2L);

        bench.session().takes = true;
        bench.pass(300);

        assertThat(sequences()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aFeedThatIsTakenAwayIsDrainedNoMore() throws Exception {
        Bench.Feed alarms = new Bench.Feed("alarms", "TEL-V1", "event", 1);
        bench.machine.feedAdded(alarms);
        bench.machine.feedRemoved(alarms);
        bench.append("alarms", 1);

        bench.up();

        assertThat(bench.session().sentTo("TEL-V1")).isEmpty();
    }

    private List<Object> sequences() {
        return bench.session().sentTo(RECORDS).stream()
                .map(sent -> sent.payload().metrics().get(OperationsApi.METRIC_SEQUENCE))
                .toList();
    }

    private static String id(int sequence) {
        return "transactions-" + EPOCH + "-" + sequence;
    }
}
