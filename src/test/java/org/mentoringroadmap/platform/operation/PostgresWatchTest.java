package org.mentoringroadmap.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoringroadmap.support.EmbeddedPostgresDatabase;

/** A server that stops and comes back, and nodes that start on it at the same time. */
class PostgresWatchTest {
    private static final String USER = "postgres";

    @TempDir
    private Path folder;

    @Test
    void aServerThatWasAwayIsFoundAgain() throws Exception {
        EmbeddedPostgres server = start(0);
        int port = server.getPort();
        String url = server.getJdbcUrl(USER, USER);
        try (HikariDataSource pool = Databases.pool(url, USER, USER)) {
            DatabaseWatch watch = new DatabaseWatch(Databases.connections(url, USER, USER), Databases.provider(pool));
            Databases.execute(pool, "create table note(id int)");

            server.close();
            assertThat(watch.answers()).isFalse();
            assertThat(watch.awaySince()).isPresent();
            assertThatThrownBy(() -> Databases.execute(pool, "insert into note values (1)"))
                    .matches(DatabaseFailures::isAway);

            server = start(port);
            assertThat(watch.answers()).isTrue();
            assertThat(watch.awaySince()).isEmpty();
            Databases.execute(pool, "insert into note values (2)");
            watch.destroy();
        } finally {
            server.close();
        }
    }

    @Test
    void nodesStartOneAfterTheOther() throws Exception {
        try (EmbeddedPostgres server = start(0)) {
            PlainConnections connections = Databases.connections(server.getJdbcUrl(USER, USER), USER, USER);
            StartLock first = new StartLock(connections);
            CompletableFuture<StartLock> second = CompletableFuture.supplyAsync(() -> {
                try {
                    return new StartLock(connections);
                } catch (java.sql.SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            try (Connection connection = connections.open()) {
                while (waiting(connection) == 0) {
                    Thread.onSpinWait();
                }
            }
            assertThat(second).isNotDone();

            first.started(null);
            second.get(5, TimeUnit.MINUTES).destroy();
        }
    }

    private static int waiting(Connection connection) throws java.sql.SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
            row.next();
            return row.getInt(1);
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgresDatabase.patient()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start();
    }
}
