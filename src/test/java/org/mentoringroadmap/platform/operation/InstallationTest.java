package org.mentoringroadmap.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mentoringroadmap.support.AdministratorOfTests;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.TestEngine;
import org.mentoringroadmap.support.WebappsOfOthers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An installation as a school has it: all in one folder, in an H2 file; its database breaks, and is copied. */
@ExtendWith(WebappsOfOthers.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            TestEngine.OWN_ENGINE,
            TestEngine.OWN_APPLICATION,
            TestEngine.NO_JOBS,
            "mentoring.password-iterations=1000",
            "mentoring.administrator.password=administrator-of-tests"
        })
@Import({AdministratorOfTests.class, Callers.class})
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class InstallationTest {
    @TempDir
    private static Path home;

    @Autowired
    private Callers callers;

    @Autowired
    private DataSource pool;

    @Autowired
    private DatabaseWatch watch;

    @Autowired
    private DatabaseStock stock;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("logs")).resolve("of-an-older-version.log"), "x");
        if (isPosix()) {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        properties.add("mentoring.home", home::toString);
    }

    @Test
    void theApplicationGoesOnWhenItsDatabaseClosedItself(CapturedOutput log) throws SQLException {
        Caller administrator = callers.administratorBrowser();
        assertThat(administrator.page("/admin/state").text()).containsPattern(breaks(0));

        Caller.Answer refused;
        int closed = 0;
        do { // the watch may be quicker than the request
            closeAsOnAFullDisk();
            refused = administrator.page("/admin/state");
            closed++;
        } while (refused.status() == 200 && closed < 50);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text()).contains("Система ненадолго остановилась");

        assertThat(watch.answers()).isTrue();
        assertThat(watch.breaks()).isEqualTo(closed);
        assertThat(administrator.page("/admin/state").text()).containsPattern(breaks(closed));
        assertThat(pool.unwrap(HikariDataSource.class).getHikariPoolMXBean().getThreadsAwaitingConnection())
                .isZero();
        assertThat(log).contains("The database does not answer", "The database answers again");
    }

    @Test
    void aCopyThatIsMadeWhilePeopleWorkIsAWholeDatabase() throws Exception {
        Path copy = stock.copy();
        Path restored = home.resolve("restored.mv.db");
        try (ZipInputStream archive = new ZipInputStream(Files.newInputStream(copy))) {
            ZipEntry entry = archive.getNextEntry();
            assertThat(entry.getName()).isEqualTo("mentoring.mv.db");
            Files.copy(archive, restored);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("restored"), "sa", "");
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select count(*) from act_id_user where id_ = 'administrator'")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
        ByteArrayOutputStream handed = new ByteArrayOutputStream();
        stock.handOver(copy, handed);
        assertThat(handed.size()).isPositive();
        assertThat(copy).doesNotExist();
    }

    @Test
    void nothingOfH2LiesBesideItsFile() throws IOException {
        try (var files = Files.list(home.resolve("db"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("mentoring.mv.db");
        }
    }

    @Test
    void nobodyElseOnTheComputerReadsTheData() throws IOException {
        assumeTrue(isPosix());
        try (var files = Files.walk(home)) {
            assertThat(files.filter(path -> !path.startsWith(home.resolve("restored.mv.db"))))
                    .contains(home.resolve("db/mentoring.mv.db"), home.resolve("logs/of-an-older-version.log"))
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .as(path.toString())
                            .matches("rw[x-]------"));
        }
    }

    private static boolean isPosix() throws IOException {
        return Files.getFileStore(home).supportsFileAttributeView("posix");
    }

    private static String breaks(int times) {
        return "пропадала с запуска, раз</dt>\\s*<dd[^>]*>" + times + "</dd>";
    }

    private void closeAsOnAFullDisk() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("shutdown immediately");
        } catch (SQLException closed) {
            assertThat(DatabaseFailures.isAway(closed)).isTrue();
        }
    }
}
