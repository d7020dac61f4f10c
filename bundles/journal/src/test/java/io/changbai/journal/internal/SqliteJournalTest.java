package io.changbai.journal.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.changbai.journal.JournalRecord;
import io.changbai.journal.JournalUnavailableException;
import io.changbai.journal.NewRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest {

    @TempDir
    Path data;

    private SqliteJournal journal;

    @BeforeEach
    void open() {
        journal = new SqliteJournal(data.resolve("journal"), Clock.systemUTC(), Duration.ofMillis(50), 1L << 26);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void refusesAPayloadBeyondOneMegabyte() throws Exception {
        assertThatThrownBy(() -> journal.append(new NewRecord("f", "k", false, new byte[(1 << 20) + 1])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(journal.append(new NewRecord("f", "k", false, new byte[1 << 20]))
                        .sequence())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatComesAfterClosing() {
        journal.close();
        assertThatThrownBy(() -> append("f", "k", false)).isInstanceOf(JournalUnavailableException.class);
        assertThatThrownBy(() -> journal.pending("f", 0, 1)).isInstanceOf(JournalUnavailableException.class);
    }

    @Test
    void anUnknownFeedIsEmptyAndAcknowledgingIntoItIsHarmless() throws Exception {
        journal.acknowledge("nothing", 7);
        assertThat(journal.pending("nothing", 0, 10)).isEmpty();
        assertThat(journal.open("nothing")).isEmpty();
        assertThat(journal.latest("nothing", "k")).isEmpty();
        assertThat(journal.backlog("nothing")).isZero();
    }

    @Test
    void countsEachFeedFromOneAndGoesOnAfterAReopening() throws Exception {
        JournalRecord first = append("f", "a", false);
        append("g", "a", false);
        append("f", "b", true);
        reopen();
        JournalRecord third = append("f", "c", false);
        assertThat(third.sequence()).isEqualTo(3);
        assertThat(third.epoch()).isEqualTo(first.epoch());
        assertThat(journal.pending("f", 0, 10))
                .extracting(JournalRecord::sequence)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void givesBackExactlyWhatWasAppended() throws Exception {
        JournalRecord written = append("f", "schlüssel-钥匙", true);
        JournalRecord read = journal.pending("f", 0, 1).get(0);
        assertThat(read).usingRecursiveComparison().isEqualTo(written);
        assertThat(read.payload()).isEqualTo("schlüssel-钥匙".getBytes(UTF_8));
    }

    @Test
    void leavesOutWhatWasAcknowledgedInAnyOrderAlsoAfterAReopening() throws Exception {
        for (int i = 0; i < 6; i++) {
            append("f", "k" + i, true);
        }
        for (long sequence : new long[] {4, 2, 4, 1, 99}) {
            journal.acknowledge("f", sequence);
        }
        assertThat(sequences(journal.pending("f", 0, 10))).containsExactly(3L, 5L, 6L);
        assertThat(sequences(journal.pending("f", 3, 1))).containsExactly(5L);
        assertThat(journal.backlog("f")).isEqualTo(3);
        reopen();
        assertThat(sequences(journal.pending("f", 0, 10))).containsExactly(3L, 5L, 6L);
        assertThat(journal.backlog("f")).isEqualTo(3);
        journal.acknowledge("f", 3);
        assertThat(sequences(journal.pending("f", 0, 10))).containsExactly(5L, 6L);
    }

    @Test
    void openHoldsTheNewestRecordOfEachUnclosedKeyOldestFirst() throws Exception {
        append("f", "a", false);
        append("f", "b", false);
        append("f", "c", false);
        append("f", "a", false);
        append("f", "b", true);
        append("g", "d", false);
        assertThat(sequences(journal.open("f"))).containsExactly(3L, 4L);
        assertThat(journal.latest("f", "b").map(JournalRecord::closes)).isEqualTo(Optional.of(true));
        journal.acknowledge("f", 4);
        assertThat(sequences(journal.open("f")))
                .as("acknowledged is not settled")
                .containsExactly(3L, 4L);
    }

    @Test
    void wakesTheListenerOfTheFeedAndNoOther() throws Exception {
        CountDownLatch woken = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        try (var mine = journal.onAppend("f", woken::countDown);
                var foreign = journal.onAppend("g", other::countDown)) {
            append("f", "a", true);
            assertThat(woken.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(other.getCount()).isEqualTo(1);
        }
    }

    @Test
    void aListenerThatThrowsDoesNotStopTheJournal() throws Exception {
        try (var broken = journal.onAppend("f", () -> {
            throw new IllegalStateException("defect of a listener");
        })) {
            append("f", "a", true);
            assertThat(append("f", "b", true).sequence()).isEqualTo(2);
        }
    }

    @Test
    void manyWritersGetGaplessNumbersAndEachReadsItsOwn() throws Exception {
        int writers = 8;
        int each = 50;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<List<Long>>> tasks = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String key = "w" + writer;
                tasks.add(() -> {
                    List<Long> got = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        got.add(append("f", key, false).sequence());
                        assertThat(journal.latest("f", key).orElseThrow().sequence())
                                .isEqualTo(got.get(i));
                    }
                    return got;
                });
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> result : pool.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
                all.addAll(result.get());
            }
            assertThat(all)
                    .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, (long) writers * each)
                            .boxed()
                            .toList());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whoeverWaitsAtTheSameMomentSharesOneCommit() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger commits = new AtomicInteger();
        try (var counting = journal.onAppend("f", () -> {
            commits.incrementAndGet();
            busy.countDown();
            awaitQuietly(release); // holds the journal's thread, as a slow disk would
        })) {
            append("f", "first", true);
            assertThat(busy.await(5, TimeUnit.SECONDS)).isTrue();
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                Thread writer = new Thread(
                        () -> assertThatCode(() -> append("f", "k", true)).doesNotThrowAnyException());
                writer.start();
                writers.add(writer);
            }
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (!writers.stream().allMatch(writer -> writer.getState() == Thread.State.WAITING)) {
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.onSpinWait();
            }
            release.countDown();
            for (Thread writer : writers) {
                writer.join(TimeUnit.SECONDS.toMillis(10));
            }
            append("f", "last", true);
            journal.close(); // the last call has been made when this returns
        }
        assertThat(commits).hasValue(3);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody released the journal's thread");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anInterruptedCallerStillLearnsThatItsRecordIsOnDisk() throws Exception {
        Thread.currentThread().interrupt();
        JournalRecord written = append("f", "a", true);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sequences(journal.pending("f", 0, 1))).containsExactly(written.sequence());
    }

    private JournalRecord append(String feed, String key, boolean closes) throws JournalUnavailableException {
        return journal.append(new NewRecord(feed, key, closes, key.getBytes(UTF_8)));
    }

    private void reopen() {
        journal.close();
        open();
    }

    private static List<Long> sequences(List<JournalRecord> records) {
        return records.stream().map(JournalRecord::sequence).toList();
    }
}
