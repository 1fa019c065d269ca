package org.mentoringroadmap.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoringroadmap.platform.MentoringProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.unit.DataSize;

/** A copy for each day, and the way back to one by the command, with a database in a real file. */
class NightlyCopiesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 11, 30, 9, 0);
    private static final LocalDateTime RESTORED_AT = LocalDateTime.of(2026, 12, 1, 9, 0);

    @TempDir
    private Path home;

    private SingleConnectionDataSource source;
    private JdbcTemplate jdbc;
    private DatabaseWatch watch;

    @BeforeEach
    void open() throws SQLException {
        Path db = home.resolve("db");
        source = new SingleConnectionDataSource(Databases.h2(db), "sa", "", true);
        jdbc = new JdbcTemplate(source);
        jdbc.execute("create table child (name varchar(20))");
        jdbc.update("insert into child values ('first')");
        watch = new DatabaseWatch(Databases.connections(Databases.h2(db), "sa", ""), Databases.provider(null));
    }

    @AfterEach
    void close() {
        shutDown();
    }

    @Test
    void eachDayHasOneFromItsHourOn() {
        NightlyCopies atNight = copies("", 7, LocalDateTime.of(2026, 11, 30, 1, 30));
        NightlyCopies copies = copies("", 7, MORNING);

        atNight.look();
        assertThat(atNight.state().orElseThrow().days()).isEmpty();
        copies.look();
        copies.look();

        assertThat(copies.state().orElseThrow().days()).containsExactly(LocalDate.of(2026, 11, 30));
        assertThat(home.resolve("copies")).isDirectoryContaining("glob:**/mentoring-2026-11-30.zip");
        assertThat(home).isDirectoryNotContaining("glob:**/copy-*.zip");
    }

    @Test
    void onlyWhatIsOlderThanTheSettingsSayGoes() throws IOException {
        Path folder = Files.createDirectories(home.resolve("elsewhere"));
        for (String name :
                List.of("mentoring-2026-11-26.zip", "mentoring-2026-11-28.zip", "mentoring-report.zip", "x.zip")) {
            Files.writeString(folder.resolve(name), "x");
        }

        copies(folder.toString(), 3, MORNING).look();

        assertThat(names(folder))
                .containsExactlyInAnyOrder(
                        "mentoring-2026-11-28.zip", "mentoring-2026-11-30.zip", "mentoring-report.zip", "x.zip");
    }

    @Test
    void aCopyThatFailsLeavesTheOlderOnesAndIsTold() throws IOException {
        Path folder = Files.writeString(home.resolve("no-folder"), "a file");
        NightlyCopies copies = copies(folder.toString(), 1, MORNING);

        copies.look();

        assertThat(copies.state().orElseThrow().failure()).isEqualTo("state.copies.failed");
        assertThat(home).isDirectoryNotContaining("glob:**/copy-*.zip");
    }

    @Test
    void noneAreMadeWhereNobodyWantsThem() {
        assertThat(copies("", 0, MORNING).state()).isEmpty();
    }

    @Test
    void theCommandPutsACopyIntoThePlaceOfTheDatabase() throws Exception {
        copies("", 7, MORNING).look();
        Path copy = home.resolve("copies/mentoring-2026-11-30.zip");
        jdbc.update("insert into child values ('later')");

        assertThat(restore(copy)).startsWith("2 ").contains("Остановите её");
        assertThat(names()).containsExactlyInAnyOrder("first", "later");

        shutDown();
        assertThat(restore(copy)).startsWith("0 ").contains("База восстановлена", "mentoring-before-2026-12-01-090000");
        assertThat(restored("mentoring")).containsExactly("first");
        assertThat(restored("mentoring-before-2026-12-01-090000")).containsExactlyInAnyOrder("first", "later");
    }

    @Test
    void whatIsNoCopyChangesNothing() throws Exception {
        shutDown();
        Path text = Files.writeString(home.resolve("text.zip"), "no archive");
        Path other = home.resolve("other.zip");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(other))) {
            archive.putNextEntry(new ZipEntry("mentoring.mv.db"));
            archive.write("something else".getBytes(StandardCharsets.UTF_8));
        }

        for (Path file : List.of(text, other, home.resolve("none.zip"), home)) {
            assertThat(restore(file)).startsWith("2 ").contains("Ничего не изменено");
        }
        assertThat(command(List.of())).startsWith("2 ").contains("Укажите один файл копии");
        assertThat(command(List.of("a.zip", "--mentoring.hom=x"))).startsWith("2 ");
        assertThat(names(home.resolve("db"))).containsExactly("mentoring.mv.db");
    }

    private NightlyCopies copies(String folder, int keepDays, LocalDateTime now) {
        DiskSpace disk = new DiskSpace(
                new MentoringProperties(home, ZONE, null, 1000, null), new DiskProperties(DataSize.ofMegabytes(1)));
        return new NightlyCopies(
                new DatabaseStock(jdbc, watch, disk),
                new CopyProperties(folder, keepDays, 2),
                disk,
                Clock.fixed(now.atZone(ZONE).toInstant(), ZONE));
    }

    private void shutDown() {
        if (source != null) {
            source.destroy();
            watch.destroy();
            source = null;
        }
    }

    private String restore(Path copy) {
        return command(List.of(copy.toString(), "--mentoring.home=" + home));
    }

    private static String command(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = RestoreCommand.run(
                arguments,
                Map.of(),
                Clock.fixed(RESTORED_AT.atZone(ZONE).toInstant(), ZONE),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }

    private List<String> names() {
        return jdbc.queryForList("select name from child", String.class);
    }

    private List<String> restored(String database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + home.resolve("db").resolve(database), "sa", "");
                ResultSet rows = connection.createStatement().executeQuery("select name from child")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
