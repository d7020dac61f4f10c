package io.changbai.journal.internal;

import io.changbai.journal.JournalRecord;
import io.changbai.journal.internal.Feeds.Feed;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The reading connection, shared by all callers one at a time. It sees what is committed and never waits for the writer.
 * It stays open while the writer changes connections, so that reading goes on with a full disk.
 */
final class StoreReader implements AutoCloseable {

    private static final String COLUMNS = "SELECT id, at, key, closes, payload FROM record ";

    private final ReentrantLock turn = new ReentrantLock();
    private final Connection connection;
    private final String epoch;

    StoreReader(Path file, String epoch) throws SQLException {
        this.connection = Schema.connect(file);
        this.epoch = epoch;
    }

    List<JournalRecord> pending(String name, Feed feed, long after, int max) throws SQLException {
        return query(
                name,
                feed,
                COLUMNS + "WHERE id > ? AND id <= ? AND id NOT IN (SELECT id FROM acknowledged_ahead)"
                        + " AND id > (SELECT acknowledged_through FROM feed WHERE number = ?) + ?"
                        + " ORDER BY id LIMIT ?",
                feed.id(Math.max(0, after)),
                feed.id(feed.last()),
                feed.number(),
                feed.id(0),
                max);
    }

    List<JournalRecord> open(String name, Feed feed) throws SQLException {
        return query(
                name,
                feed,
                // The index on the key holds the id too, so that only the newest of each key is read from the table.
                COLUMNS + "WHERE closes = 0 AND id IN (SELECT max(id) FROM record INDEXED BY record_by_key"
                        + " WHERE id BETWEEN ? AND ? GROUP BY key) ORDER BY id",
                feed.id(1),
                feed.id(feed.last()));
    }

    List<JournalRecord> latest(String name, Feed feed, String key) throws SQLException {
        return query(
                name,
                feed,
                COLUMNS + "WHERE key = ? AND id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1",
                key,
                feed.id(1),
                feed.id(feed.last()));
    }

    @Override
    public void close() {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            // Nothing was written over it.
        } finally {
            turn.unlock();
        }
    }

    private List<JournalRecord> query(String name, Feed feed, String sql, Object... values) throws SQLException {
        turn.lock();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<JournalRecord> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(record(name, feed, row));
                }
            }
            return found;
        } finally {
            turn.unlock();
        }
    }

    private JournalRecord record(String name, Feed feed, ResultSet row) throws SQLException {
        return new JournalRecord(
                epoch,
                name,
                row.getLong(1) - feed.id(0),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getBoolean(4),
                row.getBytes(5));
    }
}
