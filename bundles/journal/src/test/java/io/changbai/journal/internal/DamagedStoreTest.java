package io.changbai.journal.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.journal.JournalHealth.JournalFault;
import io.changbai.journal.JournalRecord;
import io.changbai.journal.JournalUnavailableException;
import io.changbai.journal.NewRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedStoreTest {

    @TempDir
    Path data;

    private SqliteJournal journal;

    @AfterEach
    void close() {
        if (journal != null) {
            journal.close();
        }
    }

    @Test
    void garbageInPlaceOfTheStoreGoesAsideUnchangedAndANewEpochBegins() throws Exception {
        String oldEpoch = fill(20);
        byte[] garbage = new byte[50_000];
        new Random(7).nextBytes(garbage);
        Files.write(database(), garbage);
        open();
        JournalRecord first = append("after");
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.epoch()).isNotEqualTo(oldEpoch);
        assertThat(journal.takesRecords()).isTrue();
        assertThat(journal.faults()).extracting(JournalFault::code).containsExactly("JRN-QUARANTINED");
        Path aside = quarantines().get(0);
        assertThat(aside.resolve("journal.db")).hasBinaryContent(garbage);
        assertThat(Files.readString(aside.resolve("evidence.txt")))
                .contains("reason: ")
                .contains("50000 bytes");
    }

    @Test
    void theFaultStandsUntilSomebodyTookTheEvidenceAway() throws Exception {
        fill(1);
        Files.writeString(database(), "not a database");
        open();
        append("x");
        journal.close();
        open();
        append("y");
        assertThat(journal.faults()).extracting(JournalFault::code).containsExactly("JRN-QUARANTINED");
        journal.close();
        Files.move(quarantines().get(0), data.resolve("taken-away"));
        open();
        append("z");
        assertThat(journal.faults()).isEmpty();
    }

    @Test
    void anEmptyFileIsNotTakenForANewStore() throws Exception {
        fill(3);
        Files.write(database(), new byte[0]);
        open();
        append("x");
        assertThat(quarantines()).hasSize(1);
    }

    @Test
    void aStoreCutAtAnyPageOpensOrGoesAsideAndTheJournalWorks() throws Exception {
        fill(40);
        byte[] whole = Files.readAllBytes(database());
        assertThat(whole.length).isGreaterThan(8 * 4096);
        for (int length = 4096; length < whole.length; length += 4096) {
            Files.write(database(), Arrays.copyOf(whole, length));
            open();
            append("after");
            assertThat(quarantines()).as("cut at %d", length).hasSize(length / 4096);
            journal.close();
        }
    }

    @Test
    void aHalfBuiltStoreOfACrashAtTheFirstStartIsBuiltAgain() throws Exception {
        Files.createDirectories(database().getParent());
        Files.writeString(database().resolveSibling("journal.db.new"), "half");
        open();
        assertThat(append("x").sequence()).isEqualTo(1);
        assertThat(journal.faults()).isEmpty();
    }

    @Test
    void aStoreOfANewerReleaseIsLeftAloneAndNothingIsTaken() throws Exception {
        fill(2);
        try (Connection connection = Schema.connect(database());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        open();
        assertThatThrownBy(() -> append("x")).isInstanceOf(JournalUnavailableException.class);
        assertThat(journal.takesRecords()).isFalse();
        assertThat(journal.faults()).extracting(JournalFault::code).containsExactly("JRN-NEWER");
        assertThat(quarantines()).isEmpty();
    }

    @Test
    void damageFoundWhileRunningSetsTheStoreAsideAndGoesOn() throws Exception {
        open(0); // without the check at the start, as with a store too large for it
        for (int i = 0; i < 200; i++) {
            append("k" + i);
        }
        journal.close();
        byte[] bytes = Files.readAllBytes(database());
        Arrays.fill(bytes, 3 * 4096, bytes.length, (byte) 0x5A);
        Files.write(database(), bytes);
        open(0);
        // Found by the first look that meets a damaged page: the journal's own at opening, or one of these.
        for (int i = 0; i < 5 && quarantines().isEmpty(); i++) {
            try {
                journal.pending("f", 0, 1000);
                append("more");
            } catch (JournalUnavailableException expected) {
                // refused: the store is being set aside
            }
        }
        append("after");
        assertThat(quarantines()).hasSize(1);
        // at most the few records of a new store; none of the two hundred damaged ones is made up
        assertThat(journal.pending("f", 0, 1000)).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void aBatchWhoseCommitFailedHalfWayIsTakenBackBeforeAnythingElseIsWritten() throws Exception {
        fill(2);
        Feeds told = new Feeds();
        String epoch;
        try (StoreWriter writer = new StoreWriter(database(), told, false, "")) {
            epoch = writer.epoch();
        }
        try (StoreWriter phantom = new StoreWriter(database(), new Feeds(), false, "")) {
            phantom.begin(); // as if this commit had reached the file, and its caller had heard "not accepted"
            phantom.append(record("phantom"), 0);
            phantom.append(new NewRecord("new-feed", "k", false, new byte[1]), 0);
            phantom.commit();
        }
        try (StoreWriter writer = new StoreWriter(database(), told, false, epoch)) {
            writer.begin();
            assertThat(writer.append(record("real"), 0).sequence()).isEqualTo(3);
            writer.commit();
        }
        open();
        assertThat(journal.pending("f", 2, 10)).extracting(JournalRecord::key).containsExactly("real");
        assertThat(journal.pending("new-feed", 0, 10)).isEmpty();
    }

    private String fill(int records) throws Exception {
        open();
        String epoch = "";
        for (int i = 0; i < records; i++) {
            epoch = append("k" + i).epoch();
        }
        journal.close();
        return epoch;
    }

    private void open() {
        open(Long.MAX_VALUE);
    }

    private void open(long thoroughUpTo) {
        journal = new SqliteJournal(data.resolve("journal"), Clock.systemUTC(), Duration.ofMillis(50), thoroughUpTo);
    }

    private JournalRecord append(String key) throws JournalUnavailableException {
        return journal.append(record(key));
    }

    private static NewRecord record(String key) {
        return new NewRecord("f", key, false, "payload ".repeat(100).getBytes(UTF_8));
    }

    private Path database() {
        return data.resolve("journal/journal.db");
    }

    private List<Path> quarantines() throws IOException {
        try (Stream<Path> entries = Files.list(data.resolve("journal"))) {
            return entries.filter(path -> path.getFileName().toString().startsWith("quarantine-"))
                    .toList();
        }
    }
}
