package io.changbai.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The fake is held to the promise too; otherwise the rooms above test against wishes. */
class InMemoryJournalTest {

    private final InMemoryJournal journal = new InMemoryJournal();

    @Test
    void failsWhenSwitchedOffAndTakesNothing() throws Exception {
        journal.failAfter(1);
        journal.append(new NewRecord("f", "a", false, new byte[1]));
        assertThatThrownBy(() -> journal.append(new NewRecord("f", "b", false, new byte[1])))
                .isInstanceOf(JournalUnavailableException.class);
        assertThat(journal.takesRecords()).isFalse();
        journal.failing(false);
        assertThat(journal.append(new NewRecord("f", "b", false, new byte[1])).sequence())
                .isEqualTo(2);
    }

    @Test
    void countsFeedsApartAndForgetsAcknowledgedOnes() throws Exception {
        journal.append(new NewRecord("f", "a", false, new byte[1]));
        journal.append(new NewRecord("g", "a", false, new byte[1]));
        journal.append(new NewRecord("f", "a", true, new byte[1]));
        journal.acknowledge("f", 1);
        assertThat(journal.pending("f", 0, 10))
                .extracting(JournalRecord::sequence)
                .containsExactly(2L);
        assertThat(journal.open("f")).isEmpty();
        assertThat(journal.open("g")).hasSize(1);
        assertThat(journal.backlog("f")).isEqualTo(1);
    }
}
