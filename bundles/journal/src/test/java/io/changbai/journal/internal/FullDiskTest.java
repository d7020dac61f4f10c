package io.changbai.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.journal.JournalHealth.JournalFault;
import io.changbai.journal.JournalRecord;
import io.changbai.journal.JournalUnavailableException;
import io.changbai.journal.NewRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    @TempDir
    Path folder;

    private SmallDisk disk;
    private SqliteJournal journal;

    @BeforeEach
    void mount() throws Exception {
        disk = new SmallDisk(folder.resolve("disk"), 4);
        journal = open();
    }

    @AfterEach
    void unmount() throws Exception {
        journal.close();
        disk.close();
    }

    @Test
    void refusesWithAClearFaultAndTakesRecordsWithinOneSecondOfRoomWithoutRestart() throws Exception {
        append();
        disk.fill();
        long accepted = 1 + appendUntilRefused();
        assertThat(journal.takesRecords()).isFalse();
        assertThat(journal.faults()).extracting(JournalFault::code).containsExactly("JRN-UNAVAILABLE");
        assertThat(journal.pending("f", 0, 1000)).as("reading goes on").hasSize((int) accepted);

        disk.free();
        awaitTakingRecords(Duration.ofSeconds(1));
        assertThat(journal.faults()).isEmpty();
        for (int i = 0; i < 50; i++) {
            append();
        }
        assertAllThere(accepted + 50);
        journal.close();
        journal = open();
        assertAllThere(accepted + 50);
    }

    @Test
    void staysUnavailableAsLongAsTheDiskIsFull() throws Exception {
        append();
        disk.fill();
        long accepted = 1 + appendUntilRefused();
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(this::append).isInstanceOf(JournalUnavailableException.class);
        }
        disk.free();
        awaitTakingRecords(Duration.ofSeconds(1));
        assertAllThere(accepted);
    }

    @Test
    void aStoreThatCannotBeBegunForWantOfRoomIsBegunWhenThereIs() throws Exception {
        journal.close();
        disk.fill();
        journal = new SqliteJournal(
                folder.resolve("disk/other"), Clock.systemUTC(), Duration.ofMillis(100), Long.MAX_VALUE);
        assertThatThrownBy(this::append).isInstanceOf(JournalUnavailableException.class);
        disk.free();
        awaitTakingRecords(Duration.ofSeconds(1));
        assertThat(append().sequence()).isEqualTo(1);
    }

    private SqliteJournal open() {
        return new SqliteJournal(
                folder.resolve("disk/journal"), Clock.systemUTC(), Duration.ofMillis(100), Long.MAX_VALUE);
    }

    private JournalRecord append() throws JournalUnavailableException {
        return journal.append(new NewRecord("f", "k", false, new byte[1000]));
    }

    private long appendUntilRefused() {
        for (int accepted = 0; accepted < 5000; accepted++) {
            try {
                append();
            } catch (JournalUnavailableException full) {
                return accepted;
            }
        }
        throw new AssertionError("a full disk took 5000 records");
    }

    private void awaitTakingRecords(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!journal.takesRecords()) {
            assertThat(System.nanoTime()).as("waited %s", longest).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private void assertAllThere(long count) throws JournalUnavailableException {
        List<Long> expected = LongStream.rangeClosed(1, count).boxed().toList();
        assertThat(journal.pending("f", 0, 10_000))
                .extracting(JournalRecord::sequence)
                .isEqualTo(expected);
    }
}
