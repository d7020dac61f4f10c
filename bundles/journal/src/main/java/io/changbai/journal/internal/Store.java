package io.changbai.journal.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store over the life of the process: which connections are open, and what is done when one fails. Only the
 * journal's thread changes it; {@link #reader} may be asked from any thread.
 */
final class Store {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    /** A disk that ruins every new store must not fill itself with quarantines. */
    private static final int MOST_QUARANTINES_PER_START = 3;

    private final StoreFolder folder;
    private final Feeds feeds;
    private final long thoroughUpTo;
    private StoreWriter writer;
    private volatile StoreReader reader; // written by the journal's thread alone
    private String epoch = "";
    private int quarantines;

    /** @param thoroughUpTo size in bytes up to which the whole file is checked on the first opening */
    Store(StoreFolder folder, Feeds feeds, long thoroughUpTo) {
        this.folder = folder;
        this.feeds = feeds;
        this.thoroughUpTo = thoroughUpTo;
    }

    /** The writing connection, opened when there is none. */
    StoreWriter writer() throws SQLException, IOException {
        if (writer == null) {
            folder.beginIfAbsent();
            boolean thorough = epoch.isEmpty() && Files.size(folder.database()) <= thoroughUpTo;
            writer = new StoreWriter(folder.database(), feeds, thorough, epoch);
            folder.sync(); // SQLite may just have made the log and its index
            if (!epoch.equals(writer.epoch())) {
                closeReader();
            }
            epoch = writer.epoch();
        }
        if (reader == null) {
            reader = new StoreReader(folder.database(), epoch);
        }
        return writer;
    }

    /** The reading connection; null while there is none. */
    StoreReader reader() {
        return reader;
    }

    /** Gives up what failed, so that the next use opens anew; sets a corrupt store aside. */
    void failed(Exception cause) {
        closeWriter();
        if (cause instanceof SQLException sql && StoreCorruptException.isCorruption(sql)) {
            quarantine(cause.getMessage());
        }
    }

    /** A read failed: what cannot be read must not be written on either. */
    void readFailed(StoreReader failedReader, SQLException cause) {
        if (failedReader == reader) {
            closeReader();
            failed(cause);
        }
    }

    void close() {
        closeReader();
        closeWriter(); // last: the last connection moves the log into the database
    }

    private void quarantine(String reason) {
        closeReader();
        epoch = "";
        feeds.forget();
        if (++quarantines > MOST_QUARANTINES_PER_START) {
            LOG.error(
                    "The store is corrupt again; it stays where it is until the application is restarted: {}", reason);
            return;
        }
        try {
            LOG.error("The store was corrupt and lies aside in {}: {}", folder.quarantine(reason), reason);
        } catch (IOException e) {
            LOG.error("The corrupt store could not be set aside", e);
        }
    }

    private void closeWriter() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    private void closeReader() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
