package io.changbai.journal.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * The store's tables, and how a connection to it has to be opened. The file is an ordinary SQLite database; the view
 * {@code readable} is for people.
 */
final class Schema {

    static final int VERSION = 1;

    /** "CBJ1", in SQLite's application_id: tells our file from any other database. */
    static final int APPLICATION_ID = 0x43424A31;

    /** A record's id is the number of its feed times this, plus its sequence: one tree holds all feeds, each in order. */
    static final long FEED_SPAN = 1L << 40;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE store (epoch TEXT NOT NULL, begun INTEGER NOT NULL, probe BLOB)",
            "CREATE TABLE feed (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
                    + " acknowledged_through INTEGER NOT NULL DEFAULT 0)",
            "CREATE TABLE record (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, key TEXT NOT NULL,"
                    + " closes INTEGER NOT NULL, payload BLOB NOT NULL)",
            "CREATE INDEX record_by_key ON record (key)",
            // Acknowledged before an older one was; moves into acknowledged_through when the gap closes.
            "CREATE TABLE acknowledged_ahead (id INTEGER PRIMARY KEY)",
            "CREATE VIEW readable AS SELECT feed.name AS feed, record.id - feed.number * " + FEED_SPAN + " AS sequence,"
                    + " strftime('%Y-%m-%dT%H:%M:%fZ', record.at / 1000.0, 'unixepoch') AS at, record.key AS key,"
                    + " record.closes AS closes, length(record.payload) AS bytes"
                    + " FROM record JOIN feed ON feed.number = record.id / " + FEED_SPAN,
            "PRAGMA application_id = " + APPLICATION_ID,
            "PRAGMA user_version = " + VERSION);

    private Schema() {}

    /** Makes a complete, empty store in one file, without a write-ahead log beside it. */
    static void create(Path file, String epoch, long begun) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false); // one sync for all of it: this lies in the way of the first start
            for (String table : TABLES) {
                statement.execute(table);
            }
            statement.execute("INSERT INTO store (epoch, begun) VALUES ('" + epoch + "', " + begun + ")");
            connection.commit();
        }
    }

    /** Opens an existing store and makes sure that what was asked for holds: a driver may ignore a pragma silently. */
    static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(org.sqlite.SQLiteOpenMode.CREATE);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(2_000);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try {
            require(connection, "journal_mode", "wal");
            require(connection, "synchronous", "2"); // 2 = FULL
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Looks whether this is our store and sound.
     *
     * @param thorough also walks every page (about 2 ms per MB)
     */
    static void check(Connection connection, boolean thorough) throws SQLException {
        if (!String.valueOf(APPLICATION_ID).equals(pragma(connection, "application_id"))) {
            throw new StoreCorruptException("the file is not a journal");
        }
        int version = Integer.parseInt(pragma(connection, "user_version"));
        if (version > VERSION) {
            throw new StoreNewerException(version);
        }
        String verdict = thorough ? pragma(connection, "quick_check(1)") : "ok";
        if (!"ok".equals(verdict)) {
            throw new StoreCorruptException(verdict);
        }
    }

    private static void require(Connection connection, String pragma, String wanted) throws SQLException {
        String found = pragma(connection, pragma);
        if (!wanted.equals(found)) {
            throw new SQLException("SQLite runs with " + pragma + "=" + found + " where " + wanted + " is needed");
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
