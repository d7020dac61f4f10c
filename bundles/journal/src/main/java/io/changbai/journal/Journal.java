package io.changbai.journal;

import java.util.List;
import java.util.Optional;

/**
 * Ordered, durable records by feed. A record leaves its feed when it is acknowledged; the journal keeps it for its
 * retention. Safe for any thread; calls block for the disk.
 */
public interface Journal {

    /**
     * Appends one record; it is on disk when this returns.
     *
     * @throws JournalUnavailableException it is certainly not accepted: disk full, disk failed, store corrupt
     */
    JournalRecord append(NewRecord record) throws JournalUnavailableException;

    /** Records of a feed that nobody has acknowledged, oldest first, from after {@code sequence}, at most {@code max}. */
    List<JournalRecord> pending(String feed, long sequence, int max) throws JournalUnavailableException;

    /**
     * The newest record of each key in a feed whose newest record does not close the key, oldest first: what was under
     * way when the terminal stopped.
     */
    List<JournalRecord> open(String feed) throws JournalUnavailableException;

    /** The newest record of one key, closed or not. */
    Optional<JournalRecord> latest(String feed, String key) throws JournalUnavailableException;

    /** Marks one record as acknowledged by the far side. Doing it twice is harmless. */
    void acknowledge(String feed, long sequence) throws JournalUnavailableException;

    /**
     * Calls {@code listener} after records of a feed have become durable, on the journal's thread; the listener must only
     * hand over. Several records may share one call. Without a call for a record that was there before.
     */
    Registration onAppend(String feed, Runnable listener);

    /** Ends what {@link #onAppend} began. Closing twice is harmless. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
