package io.changbai.resident.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.changbai.platform.messages.core.CoreApi;
import io.changbai.transactions.Transaction;
import io.changbai.transactions.TransactionState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a terminal does at its start with what it finds in each state. */
class ReconciliationTest {

    private final Province province = new Province();

    @ParameterizedTest
    @CsvSource({
        "REVIEWED, ABANDONED",
        "SUBMITTED, COMPLETE_NO_PAPER",
        "SUBMIT_UNKNOWN, COMPLETE_NO_PAPER",
        "ACCEPTED, COMPLETE_NO_PAPER",
        "PRINTING, COMPLETE_NO_PAPER",
        "PRINT_UNKNOWN, COMPLETE_NO_PAPER",
        "PRESENTED, COMPLETE"
    })
    void settlesEachStateWhenThePlatformHasDoneIt(TransactionState found, TransactionState end) {
        province.outcome("DONE", "CB-2026-0000001");
        leftOver(found);
        assertThat(province.services.reconcile()).isZero();
        assertThat(last().state()).isEqualTo(end);
    }

    @Test
    void keepsTheNumberOfWhatWasDone() {
        province.outcome("DONE", "CB-2026-0000007");
        leftOver(TransactionState.SUBMITTED);
        province.services.reconcile();
        assertThat(last().reference()).isEqualTo("CB-2026-0000007");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMITTED", "SUBMIT_UNKNOWN"})
    void whatThePlatformNeverSawIsRejected(TransactionState found) {
        province.outcome("NEVER_SEEN", null);
        leftOver(found);
        assertThat(province.services.reconcile()).isZero();
        assertThat(last().state()).isEqualTo(TransactionState.REJECTED);
    }

    @Test
    void whatThePlatformRefusedIsRejected() {
        province.outcome("REJECTED", null);
        leftOver(TransactionState.SUBMITTED);
        assertThat(province.services.reconcile()).isZero();
        assertThat(last().state()).isEqualTo(TransactionState.REJECTED);
    }

    @Test
    void withoutAWordOfThePlatformItStaysAndIsAskedAgain() {
        province.platform.disconnect();
        leftOver(TransactionState.SUBMITTED);
        assertThat(province.services.reconcile()).isEqualTo(1);
        assertThat(last().state()).isEqualTo(TransactionState.SUBMIT_UNKNOWN);
        province.platform.connect();
        province.outcome("SOMETHING_NEW", null);
        assertThat(province.services.reconcile()).isEqualTo(1);
        province.outcome("DONE", null);
        assertThat(province.services.reconcile())
                .as("done without a number is no word")
                .isEqualTo(1);
        province.outcome("DONE", "CB-1");
        assertThat(province.services.reconcile()).isZero();
    }

    @Test
    void aFullDiskLeavesItForLater() {
        province.transactions.refusing(true);
        leftOver(TransactionState.ACCEPTED);
        assertThat(province.services.reconcile()).isEqualTo(1);
        province.transactions.refusing(false);
        assertThat(province.services.reconcile()).isZero();
    }

    @Test
    void asksOnlyWhatBecameOfItAndIssuesNothingAgain() {
        province.outcome("DONE", "CB-1");
        for (TransactionState state : TransactionState.values()) {
            if (!state.isSettled()) {
                province.transactions.leftOver(
                        new Transaction("t-" + state, "participation-certificate", state, 3, null));
            }
        }
        assertThat(province.services.reconcile()).isZero();
        assertThat(province.asked()).isNotEmpty().allMatch(CoreApi.OUTCOME::equals);
        assertThat(province.laidOut).isEmpty();
    }

    @Test
    void nothingLeftAsksNothing() {
        assertThat(province.services.reconcile()).isZero();
        assertThat(province.asked()).isEmpty();
    }

    private void leftOver(TransactionState state) {
        province.transactions.leftOver(new Transaction("t-1", "participation-certificate", state, 2, null));
    }

    private Transaction last() {
        List<Transaction> steps = province.transactions.steps();
        return steps.get(steps.size() - 1);
    }
}
