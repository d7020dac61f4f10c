package io.changbai.fleet.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The pool of connections, with the schema brought up to date at opening. */
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final int WAIT_MILLIS = 3_000;

    /** A server that vanished without a word is given up after so long; the database URL may say otherwise. */
    private static final String SILENCE_SECONDS = "60";

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean embedded;

    private Database(HikariDataSource pool, boolean embedded) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.embedded = embedded;
    }

    /** The embedded database in that folder. */
    public static Database embedded(Path folder) throws DatabaseUnavailableException {
        // Times without a zone never appear; lower-case names and null order as PostgreSQL has them.
        return open("jdbc:h2:file:" + folder.toAbsolutePath().resolve("fleet")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE");
    }

    /**
     * @param url {@code jdbc:postgresql:…}, or H2's for the embedded one
     * @throws DatabaseUnavailableException it does not exist, does not answer or refuses us
     */
    public static Database open(String url) throws DatabaseUnavailableException {
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(settings(url));
            migrate(pool);
            return new Database(pool, isEmbedded(url));
        } catch (RuntimeException e) {
            if (pool != null) {
                pool.close();
            }
            // Behind ? and ; are names and passwords, and a driver's message may repeat the whole address.
            String address = url.replaceFirst("[?;].*", "");
            String reason = Failures.reason(e).replace(url, address);
            throw new DatabaseUnavailableException("the database " + address + " cannot be used: " + reason, e);
        }
    }

    private static HikariConfig settings(String url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("fleet");
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(WAIT_MILLIS);
        if (!isEmbedded(url)) {
            config.addDataSourceProperty("socketTimeout", SILENCE_SECONDS);
            config.addDataSourceProperty("tcpKeepAlive", "true");
        }
        return config;
    }

    private static void migrate(HikariDataSource pool) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:io/changbai/fleet/migrations")
                .load()
                .migrate();
    }

    private static boolean isEmbedded(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:");
    }

    /**
     * One transaction; on disk when this returns.
     *
     * @throws DatabaseAwayException not now
     * @throws RuntimeException never: the database refuses what it was given
     */
    void write(HandleConsumer<RuntimeException> work) {
        try {
            jdbi.useTransaction(work);
            if (embedded) {
                // H2 commits to the file system's cache; PostgreSQL has synced by now.
                jdbi.useHandle(handle -> handle.execute("CHECKPOINT SYNC"));
            }
        } catch (JdbiException e) {
            throw Failures.explained(e);
        }
    }

    /** @throws DatabaseAwayException not now */
    <T> T read(HandleCallback<T, RuntimeException> query) {
        try {
            return jdbi.withHandle(query);
        } catch (JdbiException e) {
            throw Failures.explained(e);
        }
    }

    static <T> void mapRows(Handle handle, Class<T> row) {
        handle.registerRowMapper(ConstructorMapper.factory(row));
    }

    @Override
    public void close() {
        pool.close();
    }
}
