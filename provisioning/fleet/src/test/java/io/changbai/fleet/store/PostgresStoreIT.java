package io.changbai.fleet.store;

import io.changbai.fleet.receiver.ReceiverContract;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresStoreIT extends ReceiverContract {

    private static PostgresCluster cluster;

    private final String name = "t" + UUID.randomUUID().toString().replace("-", "");

    @BeforeAll
    static void startCluster() throws Exception {
        cluster = PostgresCluster.start();
    }

    @AfterAll
    static void endCluster() throws Exception {
        cluster.close();
    }

    @Override
    protected Database openDatabase() throws Exception {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(cluster.url("postgres"));
        try (var connection = server.getConnection();
                var statement = connection.createStatement()) {
            var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'");
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + name);
            }
        }
        return Database.open(cluster.url(name));
    }
}
