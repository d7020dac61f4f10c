package io.changbai.journal.internal;

import io.changbai.journal.JournalRecord;
import io.changbai.journal.NewRecord;
import io.changbai.journal.internal.Feeds.Feed;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;

/**
 * The one writing connection. After any exception it is of no more use: SQLite's handle stays stuck after a full disk or
 * an I/O error (measured), so the owner closes it and opens the next.
 */
final class StoreWriter implements AutoCloseable {

    private final Connection connection;
    private final Feeds feeds;
    private final String epoch;
    private final PreparedStatement insert;
    private Map<String, Feed> draft;

    StoreWriter(Path file, Feeds feeds, boolean thorough, String knownEpoch) throws SQLException {
        this.connection = Schema.connect(file);
        this.feeds = feeds;
        try {
            Schema.check(connection, thorough);
            this.epoch = readEpoch();
            adopt(knownEpoch);
            connection.setAutoCommit(false);
            this.insert = connection.prepareStatement(
                    "INSERT INTO record (id, at, key, closes, payload) VALUES (?, ?, ?, ?, ?)");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    String epoch() {
        return epoch;
    }

    void begin() {
        draft = feeds.draft();
    }

    JournalRecord append(NewRecord record, long at) throws SQLException {
        Feed feed = feed(record.feed()).appended();
        insert.setLong(1, feed.id(feed.last()));
        insert.setLong(2, at);
        insert.setString(3, record.key());
        insert.setBoolean(4, record.closes());
        insert.setBytes(5, record.payload());
        insert.executeUpdate();
        draft.put(record.feed(), feed);
        Instant instant = Instant.ofEpochMilli(at);
        return new JournalRecord(
                epoch, record.feed(), feed.last(), instant, record.key(), record.closes(), record.payload());
    }

    void acknowledge(String name, long sequence) throws SQLException {
        Feed feed = draft.get(name);
        if (feed == null
                || sequence <= feed.through()
                || sequence > feed.last()
                || feed.ahead().contains(sequence)) {
            return; // twice, or never there: harmless
        }
        if (sequence > feed.through() + 1) {
            feed.ahead().add(sequence);
            update("INSERT INTO acknowledged_ahead (id) VALUES (?)", feed.id(sequence));
            return;
        }
        long through = sequence;
        while (feed.ahead().remove(through + 1)) {
            through++;
        }
        update("UPDATE feed SET acknowledged_through = ? WHERE number = ?", through, feed.number());
        update("DELETE FROM acknowledged_ahead WHERE id BETWEEN ? AND ?", feed.id(1), feed.id(through));
        draft.put(name, feed.acknowledged(through));
    }

    /** Returns when all since {@link #begin} is on disk. */
    void commit() throws SQLException {
        connection.commit();
        feeds.commit(draft);
    }

    /** Writes and frees a few pages, to see whether the disk takes more than one lucky record. */
    void probe() throws SQLException {
        update("UPDATE store SET probe = zeroblob(32768)");
        connection.commit();
        update("UPDATE store SET probe = NULL");
        connection.commit();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // A stuck handle cannot close cleanly either; the next connection recovers from the log.
        }
    }

    private Feed feed(String name) throws SQLException {
        Feed feed = draft.get(name);
        if (feed == null) {
            long number = draft.values().stream().mapToLong(Feed::number).max().orElse(0) + 1;
            try (PreparedStatement add = connection.prepareStatement("INSERT INTO feed (number, name) VALUES (?, ?)")) {
                add.setLong(1, number);
                add.setString(2, name);
                add.executeUpdate();
            }
            feed = Feed.begin(number);
            draft.put(name, feed);
        }
        return feed;
    }

    /**
     * Takes over what the file holds. When this process wrote to the same store before, records beyond what callers were
     * told are of a batch whose commit failed half-way: those callers heard "not accepted", so they must go.
     */
    private void adopt(String knownEpoch) throws SQLException {
        Map<String, Feed> found = Feeds.load(connection);
        if (epoch.equals(knownEpoch)) {
            for (Map.Entry<String, Feed> entry : found.entrySet()) {
                Feed feed = entry.getValue();
                long told = feeds.feed(entry.getKey()).map(Feed::last).orElse(0L);
                if (feed.last() > told) {
                    update("DELETE FROM record WHERE id BETWEEN ? AND ?", feed.id(told + 1), feed.id(feed.last()));
                    entry.setValue(new Feed(feed.number(), told, Math.min(feed.through(), told), feed.ahead()));
                }
            }
        } else {
            feeds.forget();
        }
        feeds.commit(found);
    }

    private String readEpoch() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT epoch FROM store")) {
            if (!row.next()) {
                throw new StoreCorruptException("the store has no epoch");
            }
            return row.getString(1);
        }
    }

    private void update(String sql, long... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
