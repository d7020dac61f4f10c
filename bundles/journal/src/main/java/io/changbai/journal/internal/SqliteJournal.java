package io.changbai.journal.internal;

import io.changbai.journal.Journal;
import io.changbai.journal.JournalHealth;
import io.changbai.journal.JournalRecord;
import io.changbai.journal.JournalUnavailableException;
import io.changbai.journal.NewRecord;
import io.changbai.journal.internal.Feeds.Feed;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal in one SQLite database, write-ahead log with {@code synchronous=FULL}: what append has returned for survives
 * SIGKILL and power loss. One thread writes, callers wait for it; reading goes on beside it.
 */
@Component(
        configurationPid = "changbai.journal",
        service = {Journal.class, JournalHealth.class})
@Designate(ocd = SqliteJournal.Config.class)
public final class SqliteJournal implements Journal, JournalHealth {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteJournal.class);
    private static final int LARGEST_PAYLOAD = 1 << 20;
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(30);

    @ObjectClassDefinition(name = "Journal", description = "The durable store of the terminal.")
    @interface Config {
        @AttributeDefinition(
                description = "Milliseconds between two attempts to use a store that failed (disk full, disk failed).",
                min = "50",
                max = "1000")
        int retry_milliseconds() default 250;

        @AttributeDefinition(
                description = "Size in megabytes up to which the whole store is checked for damage at every start.",
                min = "0",
                max = "4096")
        int thorough_check_megabytes() default 64;
    }

    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private final Feeds feeds = new Feeds();
    private final Clock clock;
    private final StoreFolder folder;
    private final Store store;
    private final JournalThread thread;
    private volatile List<JournalFault> faults =
            List.of(new JournalFault("JRN-UNAVAILABLE", true, "The journal has not been opened yet."));

    @Activate
    public SqliteJournal(BundleContext context, Config config) {
        this(
                Path.of(context.getProperty("changbai.data"), "journal"),
                Clock.systemUTC(),
                Duration.ofMillis(config.retry_milliseconds()),
                config.thorough_check_megabytes() * 1024L * 1024L);
    }

    SqliteJournal(Path directory, Clock clock, Duration retry, long thoroughUpTo) {
        this.clock = clock;
        this.folder = new StoreFolder(directory, clock);
        this.store = new Store(folder, feeds, thoroughUpTo);
        this.thread = new JournalThread(store, retry, this::noteStore, this::wake).start();
    }

    @Deactivate
    void close() {
        thread.close();
    }

    @Override
    public JournalRecord append(NewRecord record) throws JournalUnavailableException {
        if (record.payload().length > LARGEST_PAYLOAD) {
            throw new IllegalArgumentException("a record may hold 1 MB, not " + record.payload().length + " bytes");
        }
        return await(thread.submit(record.feed(), writer -> writer.append(record, clock.millis())));
    }

    @Override
    public void acknowledge(String feed, long sequence) throws JournalUnavailableException {
        await(thread.submit(null, writer -> {
            writer.acknowledge(feed, sequence);
            return sequence;
        }));
    }

    @Override
    public List<JournalRecord> pending(String feed, long sequence, int max) throws JournalUnavailableException {
        return read(feed, (reader, known) -> reader.pending(feed, known, sequence, max));
    }

    @Override
    public List<JournalRecord> open(String feed) throws JournalUnavailableException {
        return read(feed, (reader, known) -> reader.open(feed, known));
    }

    @Override
    public Optional<JournalRecord> latest(String feed, String key) throws JournalUnavailableException {
        return read(feed, (reader, known) -> reader.latest(feed, known, key)).stream()
                .findFirst();
    }

    @Override
    public Registration onAppend(String feed, Runnable listener) {
        List<Runnable> list = listeners.computeIfAbsent(feed, name -> new CopyOnWriteArrayList<>());
        list.add(listener);
        return () -> list.remove(listener);
    }

    @Override
    public boolean takesRecords() {
        return faults.stream().noneMatch(JournalFault::stopsRecords);
    }

    @Override
    public List<JournalFault> faults() {
        return faults;
    }

    @Override
    public int backlog(String feed) {
        return feeds.backlog(feed);
    }

    private interface Reading {
        List<JournalRecord> read(StoreReader reader, Feed feed) throws SQLException;
    }

    private List<JournalRecord> read(String name, Reading reading) throws JournalUnavailableException {
        awaitOpening();
        StoreReader reader = store.reader();
        if (reader == null) {
            throw new JournalUnavailableException("the store cannot be read now", null);
        }
        Optional<Feed> feed = feeds.feed(name);
        if (feed.isEmpty()) {
            return List.of();
        }
        try {
            return reading.read(reader, feed.get());
        } catch (SQLException e) {
            thread.readFailed(reader, e);
            throw new JournalUnavailableException("reading failed: " + e.getMessage(), e);
        }
    }

    private void awaitOpening() throws JournalUnavailableException {
        try {
            if (!thread.awaitFirstLook(LONGEST_OPENING)) {
                throw new JournalUnavailableException("the store is still being opened", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailableException("interrupted while the store was being opened", e);
        }
    }

    /** Waits on, also when interrupted: the record may be on its way to the disk, and the caller has to know. */
    private static <R> R await(CompletableFuture<R> written) throws JournalUnavailableException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return written.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new JournalUnavailableException(
                            "not accepted: " + e.getCause().getMessage(), e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void noteStore(Exception cause) {
        faults = FaultList.of(cause, folder);
    }

    private void wake(Set<String> grown) {
        for (String feed : grown) {
            for (Runnable listener : listeners.getOrDefault(feed, List.of())) {
                try {
                    listener.run();
                } catch (RuntimeException defect) {
                    LOG.error("A listener of feed {} failed", feed, defect);
                }
            }
        }
    }
}
