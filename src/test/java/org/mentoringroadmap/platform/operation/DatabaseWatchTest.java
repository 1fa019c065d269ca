package org.mentoringroadmap.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An H2 database that closes itself, as it does when a write fails, and its file. */
class DatabaseWatchTest {
    private static final String USER = "sa";

    @TempDir
    private Path folder;

    @Test
    void aDatabaseThatClosedItselfIsOpenedAgainAndThePoolFollows() throws SQLException {
        String url = Databases.h2(folder);
        try (HikariDataSource pool = Databases.pool(url, USER, "")) {
            DatabaseWatch watch = watch(pool);
            Databases.execute(pool, "create table note(id int)");
            Databases.execute(pool, "insert into note values (1)");

            closeAsOnAFullDisk(pool);
            assertThatThrownBy(() -> Databases.execute(pool, "insert into note values (2)"))
                    .matches(DatabaseFailures::isAway);

            assertThat(watch.answers()).isTrue();
            assertThat(watch.awaySince()).isEmpty();
            assertThat(watch.breaks()).isEqualTo(1);
            Databases.execute(pool, "insert into note values (3)");
            assertThat(count(pool)).isEqualTo(2);
            watch.destroy();
        }
    }

    @Test
    void aFileThatHasGoneIsNotReplacedByAnEmptyDatabase() throws Exception {
        try (HikariDataSource pool = Databases.pool(Databases.h2(folder), USER, "")) {
            DatabaseWatch watch = watch(pool);
            Databases.execute(pool, "create table note(id int)");
            closeAsOnAFullDisk(pool);
            Files.delete(file());

            assertThat(watch.answers()).isFalse();
            assertThat(watch.awaySince()).isPresent();
            assertThat(file()).doesNotExist();
            watch.destroy();
        }
    }

    @Test
    void aFileThatCannotBeOpenedAgainEndsTheProcessOnce() throws Exception {
        AtomicInteger ends = new AtomicInteger();
        DatabaseWatch watch = new DatabaseWatch(
                Databases.connections(Databases.h2(folder), USER, ""),
                Databases.provider(null),
                Duration.ZERO,
                ends::incrementAndGet);
        watch.look();
        assertThat(ends).hasValue(0);

        try (Connection other =
                Databases.connections(Databases.h2(folder), USER, "").open()) {
            other.createStatement().execute("shutdown immediately");
        } catch (SQLException closed) {
            assertThat(DatabaseFailures.isAway(closed)).isTrue();
        }
        Files.delete(file());
        for (int times = 0; times < 3; times++) {
            watch.look();
        }
        assertThat(ends).hasValue(1);
        watch.destroy();
    }

    @Test
    void theFileIsCompactedWhenTheApplicationStopsAndAfterAKillWhenItStarts() throws Exception {
        swell();
        long stopped = Files.size(file());
        assertThat(stopped).isLessThan(4L << 20);

        Path killed = folder.resolve("killed");
        try (HikariDataSource pool = Databases.pool(Databases.h2(folder), USER, "")) {
            fill(pool);
            Files.copy(file(), killed);
        }
        Files.copy(killed, file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        long swollen = Files.size(file());
        DatabaseWatch watch = watch(null);
        assertThat(Files.size(file())).isLessThan(swollen / 2);
        watch.destroy();
        try (HikariDataSource pool = Databases.pool(Databases.h2(folder), USER, "")) {
            assertThat(count(pool)).isEqualTo(1);
        }
    }

    private void swell() throws Exception {
        DatabaseWatch watch;
        try (HikariDataSource pool = Databases.pool(Databases.h2(folder), USER, "")) {
            watch = watch(pool);
            Databases.execute(pool, "create table note(id int, text varchar)");
            Databases.execute(pool, "insert into note values (1, 'kept')");
            fill(pool);
            assertThat(Files.size(file())).isGreaterThan(8L << 20);
        }
        watch.destroy();
    }

    /** Writes much and deletes it again; only one row stays. */
    private static void fill(HikariDataSource pool) throws SQLException {
        for (int row = 2; row < 1500; row++) {
            Databases.execute(pool, "insert into note select " + row + ", repeat(random_uuid()::varchar, 300)");
        }
        Databases.execute(pool, "delete from note where id > 1");
    }

    private DatabaseWatch watch(HikariDataSource pool) throws SQLException {
        return new DatabaseWatch(Databases.connections(Databases.h2(folder), USER, ""), Databases.provider(pool));
    }

    private Path file() {
        return folder.resolve("mentoring.mv.db");
    }

    private static void closeAsOnAFullDisk(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("shutdown immediately");
        } catch (SQLException closed) {
            assertThat(DatabaseFailures.isAway(closed)).isTrue();
        }
    }

    private static int count(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                var row = connection.createStatement().executeQuery("select count(*) from note")) {
            row.next();
            return row.getInt(1);
        }
    }
}
