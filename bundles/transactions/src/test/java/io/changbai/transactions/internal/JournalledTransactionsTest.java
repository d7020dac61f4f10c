package io.changbai.transactions.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.journal.InMemoryJournal;
import io.changbai.journal.JournalRecord;
import io.changbai.journal.NewRecord;
import io.changbai.platform.messages.JsonCodec;
import io.changbai.platform.messages.operations.TransactionRecord;
import io.changbai.transactions.Transaction;
import io.changbai.transactions.TransactionEvent;
import io.changbai.transactions.TransactionRefusedException;
import io.changbai.transactions.TransactionState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JournalledTransactionsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

    private final InMemoryJournal journal = new InMemoryJournal(CLOCK);
    private JournalledTransactions transactions = new JournalledTransactions(journal, journal, CLOCK);

    @Test
    void refusesToBeginWithoutAJournalAndBeginsWhenItIsBack() throws Exception {
        journal.failing(true);
        assertThat(transactions.isAvailable()).isFalse();
        assertThatThrownBy(() -> transactions.begin("s")).isInstanceOf(TransactionRefusedException.class);
        assertThat(transactions.unsettled()).isEmpty();
        journal.failing(false);
        assertThat(transactions.isAvailable()).isTrue();
        assertThat(transactions.begin("s").step()).isEqualTo(1);
    }

    @Test
    void aRefusedStepHasNotHappenedAndCanBeTakenAgain() throws Exception {
        Transaction reviewed = transactions.begin("s");
        journal.failing(true);
        assertThatThrownBy(() -> transactions.advance(reviewed, TransactionEvent.SUBMIT, null))
                .isInstanceOf(TransactionRefusedException.class);
        journal.failing(false);
        Transaction submitted = transactions.advance(reviewed, TransactionEvent.SUBMIT, null);
        assertThat(submitted.step()).isEqualTo(2);
        assertThat(journal.all("transactions")).hasSize(2);
    }

    @Test
    void anArrowThatIsNotThereIsADefectAndWritesNothing() throws Exception {
        Transaction reviewed = transactions.begin("s");
        assertThatThrownBy(() -> transactions.advance(reviewed, TransactionEvent.PRINT, null))
                .isInstanceOf(IllegalStateException.class);
        assertThat(journal.all("transactions")).hasSize(1);
    }

    @Test
    void takingAStepTwiceFromTheSamePlaceIsADefect() throws Exception {
        Transaction reviewed = transactions.begin("s");
        transactions.advance(reviewed, TransactionEvent.SUBMIT, null);
        assertThatThrownBy(() -> transactions.advance(reviewed, TransactionEvent.SUBMIT, null))
                .isInstanceOf(IllegalStateException.class);
        Transaction stranger = new Transaction("nobody", "s", TransactionState.REVIEWED, 1, null);
        assertThatThrownBy(() -> transactions.advance(stranger, TransactionEvent.SUBMIT, null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void writesEachStepAsTheRecordOfTheWireAndKeepsTheReference() throws Exception {
        Transaction begun = transactions.begin("participation-certificate");
        Transaction submitted = transactions.advance(begun, TransactionEvent.SUBMIT, null);
        Transaction accepted = transactions.advance(submitted, TransactionEvent.PLATFORM_ACCEPTED, "CB-2026-0000001");
        transactions.advance(accepted, TransactionEvent.CLOSE_WITHOUT_PAPER, null);

        List<JournalRecord> written = journal.all("transactions");
        assertThat(written).extracting(JournalRecord::closes).containsExactly(false, false, false, true);
        assertThat(written).extracting(JournalRecord::key).containsOnly(begun.id());
        assertThat(body(written.get(0)))
                .isEqualTo(new TransactionRecord(
                        begun.id(),
                        1,
                        "participation-certificate",
                        "REVIEWED",
                        null,
                        "BEGIN",
                        null,
                        "2026-11-23T08:00:00Z"));
        assertThat(body(written.get(3)))
                .isEqualTo(new TransactionRecord(
                        begun.id(),
                        4,
                        "participation-certificate",
                        "COMPLETE_NO_PAPER",
                        "ACCEPTED",
                        "CLOSE_WITHOUT_PAPER",
                        "CB-2026-0000001",
                        "2026-11-23T08:00:00Z"));
    }

    @Test
    void afterARestartSaysWhatWasUnderWayUntilItIsSettledAndNothingOfItsOwn() throws Exception {
        Transaction first = transactions.advance(transactions.begin("a"), TransactionEvent.SUBMIT, null);
        transactions.advance(transactions.begin("b"), TransactionEvent.ABANDON, null);
        Transaction third = transactions.begin("c");
        assertThat(transactions.unsettled())
                .as("own transactions are not left over")
                .isEmpty();

        restart();
        transactions.begin("d");
        assertThat(transactions.unsettled()).containsExactly(first, third);
        Transaction unknown = transactions.advance(first, TransactionEvent.PLATFORM_SILENT, null);
        assertThat(transactions.unsettled()).containsExactly(unknown, third);
        transactions.advance(unknown, TransactionEvent.PLATFORM_REJECTED, null);
        transactions.advance(third, TransactionEvent.ABANDON, null);
        assertThat(transactions.unsettled()).isEmpty();
    }

    @Test
    void aStepNobodyCanReadDoesNotHideTheOthers() throws Exception {
        journal.append(new NewRecord("transactions", "x", false, "{\"state\":\"LEVITATING\"}".getBytes(UTF_8)));
        journal.append(new NewRecord("transactions", "y", false, "not json".getBytes(UTF_8)));
        Transaction good = transactions.begin("s");
        restart();
        assertThat(transactions.unsettled()).containsExactly(good);
    }

    @Test
    void aThousandRandomWalksWithFailuresAndRestartsNeverDisagreeWithTheJournal() throws Exception {
        Random random = new Random(20261123);
        for (int walk = 0; walk < 1000; walk++) {
            Transaction at = transactions.begin("s");
            while (!at.state().isSettled()) {
                TransactionEvent event = TransactionEvent.values()[random.nextInt(TransactionEvent.values().length)];
                at = walkOneStep(at, event, random.nextInt(4) == 0);
                if (random.nextInt(8) == 0) {
                    restart();
                    Transaction found = transactions.unsettled().isEmpty()
                            ? null
                            : transactions.unsettled().get(0);
                    assertThat(found).isEqualTo(at.state().isSettled() ? null : at);
                }
            }
        }
        assertThat(journal.open("transactions")).isEmpty();
    }

    private Transaction walkOneStep(Transaction at, TransactionEvent event, boolean journalDown) throws Exception {
        boolean legal = TransactionTable.next(at.state(), event).isPresent();
        int before = journal.all("transactions").size();
        journal.failing(journalDown);
        try {
            Transaction next = transactions.advance(at, event, null);
            assertThat(legal && !journalDown).isTrue();
            assertThat(journal.all("transactions")).hasSize(before + 1);
            return next;
        } catch (IllegalStateException noArrow) {
            assertThat(legal).isFalse();
        } catch (TransactionRefusedException notWritten) {
            assertThat(journalDown).isTrue();
        } finally {
            journal.failing(false);
        }
        assertThat(journal.all("transactions")).hasSize(before);
        return at;
    }

    private void restart() {
        transactions = new JournalledTransactions(journal, journal, CLOCK);
    }

    private static TransactionRecord body(JournalRecord record) throws Exception {
        return JsonCodec.read(record.payload(), TransactionRecord.class);
    }
}
