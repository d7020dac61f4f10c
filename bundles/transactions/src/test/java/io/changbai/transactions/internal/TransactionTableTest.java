package io.changbai.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.transactions.TransactionEvent;
import io.changbai.transactions.TransactionState;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TransactionTableTest {

    /** Written out a second time by hand, from journey.md §4.2, so that a slip in the table shows. */
    private static final Set<String> DRAWN = Set.of(
            "REVIEWED SUBMIT SUBMITTED",
            "REVIEWED ABANDON ABANDONED",
            "SUBMITTED PLATFORM_ACCEPTED ACCEPTED",
            "SUBMITTED PLATFORM_REJECTED REJECTED",
            "SUBMITTED PLATFORM_SILENT SUBMIT_UNKNOWN",
            "SUBMIT_UNKNOWN PLATFORM_ACCEPTED ACCEPTED",
            "SUBMIT_UNKNOWN PLATFORM_REJECTED REJECTED",
            "SUBMIT_UNKNOWN CLOSE_WITHOUT_PAPER COMPLETE_NO_PAPER",
            "ACCEPTED PRINT PRINTING",
            "ACCEPTED CLOSE_WITHOUT_PAPER COMPLETE_NO_PAPER",
            "PRINTING PRINTED PRESENTED",
            "PRINTING NOT_PRINTED COMPLETE_NO_PAPER",
            "PRINTING PRINT_SILENT PRINT_UNKNOWN",
            "PRINT_UNKNOWN SEEN_PRINTED COMPLETE",
            "PRINT_UNKNOWN SEEN_NOT_PRINTED COMPLETE_NO_PAPER",
            "PRINT_UNKNOWN CLOSE_WITHOUT_PAPER COMPLETE_NO_PAPER",
            "PRESENTED TAKEN COMPLETE");

    @Test
    void hasExactlyTheDrawnArrows() {
        Set<String> found = new TreeSet<>();
        for (TransactionState from : TransactionState.values()) {
            for (TransactionEvent event : TransactionEvent.values()) {
                TransactionTable.next(from, event).ifPresent(to -> found.add(from + " " + event + " " + to));
            }
        }
        assertThat(found).isEqualTo(new TreeSet<>(DRAWN));
    }

    @Test
    void nothingFollowsASettledStateAndEveryOtherStateGoesOn() {
        for (TransactionState from : TransactionState.values()) {
            long arrows = EnumSet.allOf(TransactionEvent.class).stream()
                    .filter(event -> TransactionTable.next(from, event).isPresent())
                    .count();
            assertThat(arrows > 0).as("arrows from %s", from).isEqualTo(!from.isSettled());
        }
    }

    @Test
    void everyStateIsReachedFromReviewedAndReachesASettledOne() {
        assertThat(reachable(TransactionState.REVIEWED)).isEqualTo(EnumSet.allOf(TransactionState.class));
        for (TransactionState from : TransactionState.values()) {
            assertThat(reachable(from)).as("from %s", from).anyMatch(TransactionState::isSettled);
        }
    }

    @Test
    void silenceNeverCountsAsFailure() {
        for (TransactionState from : TransactionState.values()) {
            for (TransactionEvent silent :
                    EnumSet.of(TransactionEvent.PLATFORM_SILENT, TransactionEvent.PRINT_SILENT)) {
                TransactionTable.next(from, silent)
                        .ifPresent(to -> assertThat(to).asString().endsWith("_UNKNOWN"));
            }
        }
    }

    @Test
    void aMissingArrowIsADefect() {
        assertThatThrownBy(() -> TransactionTable.require(TransactionState.REVIEWED, TransactionEvent.PRINT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no arrow PRINT from REVIEWED");
    }

    private static Set<TransactionState> reachable(TransactionState from) {
        Set<TransactionState> seen = EnumSet.of(from);
        boolean grew = true;
        while (grew) {
            Set<TransactionState> next = EnumSet.noneOf(TransactionState.class);
            for (TransactionState state : seen) {
                for (TransactionEvent event : TransactionEvent.values()) {
                    TransactionTable.next(state, event).ifPresent(next::add);
                }
            }
            grew = seen.addAll(next);
        }
        return seen;
    }
}
