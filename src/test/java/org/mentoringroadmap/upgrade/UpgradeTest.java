package org.mentoringroadmap.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.MentoringRoadmapApplication;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestDatabase;
import org.mentoringroadmap.support.TestEngine;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.support.WebappsOfOthers;
import org.mentoringroadmap.support.YearDriver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Today's application takes over the year that each kept release has begun, and the year goes on to its end. */
@ExtendWith(WebappsOfOthers.class)
@ExtendWith(OutputCaptureExtension.class)
class UpgradeTest {
    private static final int ROWS = 56;

    private ConfigurableApplicationContext application;
    private TestSchool school;
    private Long programme;

    static Stream<Path> releases() throws IOException {
        try (Stream<Path> folders = Files.list(UpgradeFixture.FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theYearGoesOnToItsEnd(Path release) throws Exception {
        TestClock.moveTo(UpgradeFixture.MIDDLE);
        try (ConfigurableApplicationContext started = start(databaseOf(release))) {
            application = started;
            school = bean(TestSchools.class).existing(UpgradeFixture.SCHOOL);
            programme = theProgramme().id();

            assertThat(bean(Flyway.class).info().pending()).isEmpty();
            assertThat(engine().getIdentityService().checkPassword(school.login(Role.CURATOR), TestSchool.PASSWORD))
                    .isTrue();
            assertThat(theProgramme().schoolYear().text()).isEqualTo(UpgradeFixture.YEAR);
            assertThat(SeenYear.of(application, school, programme))
                    .isEqualTo(Files.readAllLines(release.resolve(UpgradeFixture.SEEN)));

            new YearDriver(school, engine(), bean(Clock.class), 0, any -> meet()).run(programme.toString());

            assertThat(engine().getRuntimeService().createIncidentQuery().count())
                    .isZero();
            assertThat(theProgramme().state()).isEqualTo(Programme.State.COMPLETED);
            assertThat(bean(ActivityOutcomes.class).of(programme)).hasSize(ROWS);
            assertThat(bean(Mentorships.class).of(programme))
                    .isNotEmpty()
                    .noneMatch(pair -> pair.state().isOpen());
            assertThat(numbersOfOrders()).containsExactly("57-ОД", "58-ОД", "59-ОД", "60-ОД", "61-ОД");
        }
    }

    @Test
    void aDatabaseFromBeforeTheFirstOfThemIsRefusedInOneSentence(CapturedOutput output) throws SQLException {
        String url = newDatabase();
        Flyway.configure()
                .dataSource(url, "sa", "")
                .table("app_schema_history")
                .placeholders(Map.of("binary", "blob"))
                .load()
                .migrate();
        execute(
                url,
                "update \"app_schema_history\" set \"description\" = 'school and programme', \"checksum\" = 1"
                        + " where \"version\" = '001'");

        assertThat(catchThrowable(() -> start(url))).isNotNull();

        assertThat(output)
                .contains("База данных сделана версией до 0.2.0", "MENTORING_HOME")
                .doesNotContain("\tat org.");
    }

    private static String databaseOf(Path release) throws SQLException {
        String url = newDatabase();
        execute(
                url,
                "RUNSCRIPT FROM '" + release.resolve(UpgradeFixture.DATABASE).toAbsolutePath() + "' COMPRESSION GZIP");
        return url;
    }

    private static String newDatabase() {
        return TestDatabase.newUrl();
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static ConfigurableApplicationContext start(String url) {
        return new SpringApplicationBuilder(MentoringRoadmapApplication.class, TestSchools.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--" + TestEngine.NO_JOBS,
                        "--" + TestEngine.OWN_ENGINE,
                        "--" + TestEngine.OWN_APPLICATION,
                        "--mentoring.password-iterations=1000");
    }

    /** Pairs that work hold every meeting that is still missing. */
    private void meet() {
        LocalDate today = LocalDate.now(bean(Clock.class));
        List<Long> pairs = bean(Mentorships.class).of(programme).stream()
                .filter(pair -> pair.state() == Mentorship.State.RUNNING)
                .map(Mentorship::id)
                .toList();
        for (MeetingKind kind : MeetingKind.values()) {
            school.as(Role.CURATOR, () -> bean(Meetings.class).recordAll(programme, pairs, kind, today));
            school.runJobs();
        }
    }

    private Programme theProgramme() {
        return school.as(Role.CURATOR, () -> bean(Programmes.class).visible()).get(0);
    }

    private List<String> numbersOfOrders() {
        return school.as(Role.CURATOR, () -> bean(Documents.class).ofProgramme(programme)).stream()
                .filter(document -> document.type().name().startsWith("ORDER_"))
                .map(Document::number)
                .sorted()
                .toList();
    }

    private ProcessEngine engine() {
        return bean(ProcessEngine.class);
    }

    private <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
