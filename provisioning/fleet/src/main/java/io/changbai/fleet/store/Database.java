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
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The pool of connections, with the schema brought up to date at opening. */
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final int WAIT_MILLIS = 5_000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean embedded;

    private Database(HikariDataSource pool, boolean embedded) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.embedded = embedded;
    }

    /** The embedded database in that folder. */
    public static Database embedded(Path folder) {
        // Times without a zone never appear; lower-case names and null order as PostgreSQL has them.
        return open("jdbc:h2:file:" + folder.toAbsolutePath().resolve("fleet")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE");
    }

    /** @param url {@code jdbc:postgresql:…}, or H2's for the embedded one */
    public static Database open(String url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("fleet");
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(WAIT_MILLIS);
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:io/changbai/fleet/migrations")
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        return new Database(pool, url.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:"));
    }

    /** One transaction; on disk when this returns. */
    <X extends Exception> void write(HandleConsumer<X> work) throws X {
        jdbi.useTransaction(work);
        if (embedded) {
            // H2 commits to the file system's cache; PostgreSQL has synced by now.
            jdbi.useHandle(handle -> handle.execute("CHECKPOINT SYNC"));
        }
    }

    <T, X extends Exception> T read(HandleCallback<T, X> query) throws X {
        return jdbi.withHandle(query);
    }

    /** Whether the database answers now. */
    boolean isReachable() {
        try {
            return jdbi.withHandle(handle ->
                    handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1);
        } catch (RuntimeException e) {
            return false;
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
