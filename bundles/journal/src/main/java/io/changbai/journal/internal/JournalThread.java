package io.changbai.journal.internal;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Whatever waits when it comes round becomes one commit, so that concurrent callers share one
 * sync. While the store is out of order it tries again at a fixed pace, without waiting for a caller.
 */
final class JournalThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalThread.class);
    private static final int MOST_PER_COMMIT = 256;

    /** One thing to write. */
    interface Work<R> {
        R write(StoreWriter writer) throws SQLException;
    }

    /** Told when the store fails or is in order again; null cause: all is well. */
    interface Report {
        void store(Exception cause);
    }

    private final LinkedBlockingQueue<Entry<?>> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch firstLook = new CountDownLatch(1);
    private final Store store;
    private final Duration retry;
    private final Report report;
    private final Consumer<Set<String>> appended;
    private final Thread thread = new Thread(this::run, "journal");
    private boolean inOrder;
    private boolean looked;
    private volatile boolean closed;

    JournalThread(Store store, Duration retry, Report report, Consumer<Set<String>> appended) {
        this.store = store;
        this.retry = retry;
        this.report = report;
        this.appended = appended;
        thread.setDaemon(true);
    }

    JournalThread start() {
        thread.start();
        return this;
    }

    /**
     * Queues work.
     *
     * @param feed the feed that grows by it; null when none does
     */
    <R> CompletableFuture<R> submit(String feed, Work<R> work) {
        return submit(feed, work, () -> {});
    }

    private <R> CompletableFuture<R> submit(String feed, Work<R> work, Runnable first) {
        Entry<R> entry = new Entry<>(feed, work, first);
        queue.add(entry);
        if (closed
                && queue.remove(entry)) { // what the thread has taken already is written and must not be called refused
            entry.fail(new IOException("the journal is closed"));
        }
        return entry.result;
    }

    /** Tells that reading failed; the store is opened anew before the next write. */
    void readFailed(StoreReader reader, SQLException cause) {
        submit(null, writer -> null, () -> store.readFailed(reader, cause));
    }

    /** Waits until the first attempt to open has ended, well or not. */
    boolean awaitFirstLook(Duration longest) throws InterruptedException {
        return firstLook.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Writes what waits, closes the store and waits for the thread to end. */
    @Override
    public void close() {
        closed = true;
        queue.add(new Entry<>(
                null, writer -> null, () -> {})); // wakes it; an interrupt could hit it in the middle of I/O
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        look();
        firstLook.countDown();
        while (!closed || !queue.isEmpty()) {
            Entry<?> first = next();
            if (first == null) {
                look();
            } else {
                carryOut(batch(first));
            }
        }
        store.close();
        queue.forEach(entry -> entry.fail(new IOException("the journal is closed")));
    }

    private Entry<?> next() {
        try {
            return inOrder ? queue.take() : queue.poll(retry.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return null; // nobody interrupts this thread; looking at the store is harmless
        }
    }

    private void look() {
        try {
            store.writer().probe();
            settle(null);
        } catch (SQLException | IOException e) {
            store.failed(e);
            settle(e);
        }
    }

    private List<Entry<?>> batch(Entry<?> first) {
        List<Entry<?>> batch = new ArrayList<>();
        batch.add(first);
        queue.drainTo(batch, MOST_PER_COMMIT - 1);
        return batch;
    }

    private void carryOut(List<Entry<?>> batch) {
        Set<String> grown = new TreeSet<>();
        batch.forEach(entry -> entry.first.run());
        try {
            StoreWriter writer = store.writer();
            writer.begin();
            for (Entry<?> entry : batch) {
                entry.write(writer);
                if (entry.feed != null) {
                    grown.add(entry.feed);
                }
            }
            writer.commit();
        } catch (SQLException | IOException e) {
            store.failed(e);
            settle(e);
            batch.forEach(entry -> entry.fail(e));
            return;
        }
        settle(null);
        batch.forEach(Entry::complete);
        if (!grown.isEmpty()) {
            appended.accept(grown);
        }
    }

    private void settle(Exception cause) {
        boolean before = inOrder;
        inOrder = cause == null;
        if (before && inOrder) {
            return;
        }
        report.store(cause);
        boolean news = before || !looked;
        looked = true;
        if (news && cause != null) {
            LOG.warn("The journal takes no records: {}", cause.getMessage());
        } else if (!before && cause == null) {
            LOG.info("The journal takes records");
        }
    }

    private static final class Entry<R> {
        private final String feed;
        private final Work<R> work;
        private final Runnable first;
        private final CompletableFuture<R> result = new CompletableFuture<>();
        private R written;

        Entry(String feed, Work<R> work, Runnable first) {
            this.feed = feed;
            this.work = work;
            this.first = first;
        }

        void write(StoreWriter writer) throws SQLException {
            written = work.write(writer);
        }

        void complete() {
            result.complete(written);
        }

        void fail(Exception cause) {
            result.completeExceptionally(cause);
        }
    }
}
