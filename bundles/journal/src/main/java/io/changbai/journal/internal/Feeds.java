package io.changbai.journal.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of each feed as of the last commit: its newest sequence and what was acknowledged. The newest sequences
 * outlive a connection: they say what callers were told, and so what a new connection may find.
 */
final class Feeds {

    /** One feed; immutable but for the set, which only the journal's thread touches. */
    record Feed(long number, long last, long through, NavigableSet<Long> ahead) {

        static Feed begin(long number) {
            return new Feed(number, 0, 0, new TreeSet<>());
        }

        long id(long sequence) {
            return number * Schema.FEED_SPAN + sequence;
        }

        int backlog() {
            return Math.toIntExact(last - through - ahead.size());
        }

        Feed copy() {
            return new Feed(number, last, through, new TreeSet<>(ahead));
        }

        Feed appended() {
            return new Feed(number, last + 1, through, ahead);
        }

        Feed acknowledged(long newThrough) {
            return new Feed(number, last, newThrough, ahead);
        }
    }

    private final Map<String, Feed> committed = new ConcurrentHashMap<>();
    private final Map<String, Integer> backlogs = new ConcurrentHashMap<>();

    Optional<Feed> feed(String name) {
        return Optional.ofNullable(committed.get(name));
    }

    int backlog(String name) {
        return backlogs.getOrDefault(name, 0);
    }

    /** A private copy for one batch. */
    Map<String, Feed> draft() {
        Map<String, Feed> draft = new HashMap<>();
        committed.forEach((name, feed) -> draft.put(name, feed.copy()));
        return draft;
    }

    void commit(Map<String, Feed> draft) {
        committed.putAll(draft);
        draft.forEach((name, feed) -> backlogs.put(name, feed.backlog()));
    }

    void forget() {
        committed.clear();
        backlogs.clear();
    }

    /** Reads all feeds of a store just opened. */
    static Map<String, Feed> load(Connection connection) throws SQLException {
        Map<String, Feed> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT number, name, acknowledged_through FROM feed")) {
            while (row.next()) {
                long number = row.getLong(1);
                found.put(row.getString(2), new Feed(number, 0, row.getLong(3), new TreeSet<>()));
            }
        }
        for (Map.Entry<String, Feed> entry : found.entrySet()) {
            Feed feed = entry.getValue();
            ahead(connection, feed);
            entry.setValue(new Feed(feed.number(), last(connection, feed), feed.through(), feed.ahead()));
        }
        return found;
    }

    private static long last(Connection connection, Feed feed) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT max(id) FROM record WHERE id BETWEEN ? AND ?")) {
            query.setLong(1, feed.id(1));
            query.setLong(2, feed.id(Schema.FEED_SPAN - 1));
            try (ResultSet row = query.executeQuery()) {
                long id = row.next() ? row.getLong(1) : 0;
                return id == 0 ? 0 : id - feed.id(0);
            }
        }
    }

    private static void ahead(Connection connection, Feed feed) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT id FROM acknowledged_ahead WHERE id BETWEEN ? AND ?")) {
            query.setLong(1, feed.id(1));
            query.setLong(2, feed.id(Schema.FEED_SPAN - 1));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    feed.ahead().add(row.getLong(1) - feed.id(0));
                }
            }
        }
    }
}
