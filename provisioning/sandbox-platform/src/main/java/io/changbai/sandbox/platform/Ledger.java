package io.changbai.sandbox.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/**
 * What the platform has done, by idempotency key, and what it has issued, by number. One caller at a time; each entry is on
 * disk before anybody hears of it, so the same key gives the same answer after a restart.
 */
final class Ledger implements AutoCloseable {

    enum State {
        DONE,
        REJECTED,
        /** Asked about before it ever came; it must not be done any more. */
        CLOSED
    }

    /**
     * @param owner the terminal that sent it
     * @param code Kura's response code
     * @param body the answer, to be given again
     * @param reference number of the document; null unless done
     */
    record Entry(State state, String owner, int code, byte[] body, String reference) {}

    /** Does what a key stands for; runs inside the ledger's transaction. */
    interface Work {
        Entry perform(Numbers numbers) throws SQLException;
    }

    /** Hands out numbers that come back when the transaction fails. */
    interface Numbers {
        long next(String kind) throws SQLException;
    }

    private final ReentrantLock turn = new ReentrantLock();
    private final Connection connection;

    private Ledger(Connection connection) {
        this.connection = connection;
    }

    static Ledger open(Path folder) throws SQLException, java.io.IOException {
        Files.createDirectories(folder);
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        Connection connection = config.createConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, state TEXT NOT NULL,"
                    + " owner TEXT NOT NULL, code INTEGER NOT NULL, body BLOB NOT NULL, reference TEXT UNIQUE)");
            statement.execute("CREATE TABLE IF NOT EXISTS counter (kind TEXT PRIMARY KEY, last INTEGER NOT NULL)");
            connection.setAutoCommit(false);
        }
        return new Ledger(connection);
    }

    /** The entry under a key, made by {@code work} when there is none. */
    Entry once(String key, Work work) throws SQLException {
        turn.lock();
        try {
            Optional<Entry> there = find(key);
            if (there.isPresent()) {
                return there.get();
            }
            Entry made = work.perform(this::next);
            insert(key, made);
            connection.commit();
            return made;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            turn.unlock();
        }
    }

    /** Whether something was issued under that number. */
    boolean isIssued(String number) throws SQLException {
        turn.lock();
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM entry WHERE reference = ?")) {
            query.setString(1, number);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() throws SQLException {
        turn.lock();
        try {
            connection.close();
        } finally {
            turn.unlock();
        }
    }

    private Optional<Entry> find(String key) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT state, owner, code, body, reference FROM entry WHERE key = ?")) {
            query.setString(1, key);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Entry(
                                State.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getInt(3),
                                row.getBytes(4),
                                row.getString(5)))
                        : Optional.empty();
            }
        }
    }

    private void insert(String key, Entry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, key);
            insert.setString(2, entry.state().name());
            insert.setString(3, entry.owner());
            insert.setInt(4, entry.code());
            insert.setBytes(5, entry.body());
            insert.setString(6, entry.reference());
            insert.executeUpdate();
        }
    }

    private long next(String kind) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("INSERT INTO counter VALUES (?, 1)"
                + " ON CONFLICT (kind) DO UPDATE SET last = last + 1 RETURNING last")) {
            count.setString(1, kind);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
