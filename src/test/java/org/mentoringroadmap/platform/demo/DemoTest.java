package org.mentoringroadmap.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.MentoringRoadmapApplication;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestDatabase;
import org.mentoringroadmap.support.TestEngine;
import org.mentoringroadmap.support.WebappsOfOthers;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The demo fills a database once, and an ordinary start on it leaves no account whose password is known. That a demo follows
 * a demo is seen by {@code KillIT}.
 */
@ExtendWith(WebappsOfOthers.class)
@ExtendWith(OutputCaptureExtension.class)
class DemoTest {
    private static final String SCHOOL = "demo-school";

    private final String database = TestDatabase.newUrl();

    @Test
    void startsAnyNumberOfTimes(CapturedOutput output) {
        long tasks;
        try (ConfigurableApplicationContext first = start("demo")) {
            tasks = taskCount(first);
            assertThat(tasks).isGreaterThan(5);
            assertThat(first.getBean(SchoolClasses.class).of(SCHOOL)).hasSize(12);
            assertThat(signsIn(first, "director", "director")).isTrue();
            assertThat(signsIn(first, "administrator", "administrator")).isTrue();
            assertThat(waitsForTheDirector(first)).isTrue();
            assertThat(peopleOfBothYears(first)).isEqualTo(36);
            assertThat(yearBeforeEndedInItself(first)).isTrue();
        }
        assertThat(output)
                .contains("Демонстрация: http")
                .doesNotContain("Первый администратор")
                .doesNotContain("The demo goes on without");

        try (ConfigurableApplicationContext ordinary = start("ordinary")) {
            for (String login : new String[] {"curator", "director", "administrator"}) {
                assertThat(signsIn(ordinary, login, login)).isFalse();
            }
        }
        assertThat(output).containsOnlyOnce("Первый администратор: логин administrator");

        try (ConfigurableApplicationContext again = start("demo")) {
            assertThat(signsIn(again, "curator", "curator")).isTrue();
            assertThat(signsIn(again, "administrator", "administrator")).isTrue();
            assertThat(taskCount(again)).isEqualTo(tasks);
            assertThat(peopleOfBothYears(again)).isEqualTo(36);
            assertThat(again.getBean(Staff.class).of(SCHOOL)).hasSize(25);
            assertThat(again.getBean(Schools.class).ids()).containsExactly(SCHOOL);
        }
    }

    private static boolean yearBeforeEndedInItself(ConfigurableApplicationContext application) {
        return JdbcClient.create(application.getBean(DataSource.class))
                .sql("select school_year, completed_on from programme where state = 'COMPLETED'")
                .query((row, number) -> {
                    LocalDate day = row.getDate("completed_on").toLocalDate();
                    SchoolYear year = SchoolYear.parse(row.getString("school_year"));
                    return day.isAfter(LocalDate.of(year.secondYear(), Month.JANUARY, 1))
                            && !day.isAfter(year.lastDay());
                })
                .single();
    }

    /** Whoever tries the demo, or kills it for a test, does so on any day of the year. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-31T23:55",
                "2027-01-01T00:05",
                "2027-05-31T18:05",
                "2027-07-15T12:00",
                "2027-08-31T23:55",
                "2027-09-01T00:05",
                "2028-02-29T12:00"
            })
    @Tag("long")
    void beginsOnAnyDayOfTheYear(String moment, CapturedOutput output) {
        TestClock.moveTo(LocalDateTime.parse(moment));

        try (ConfigurableApplicationContext demo = start("demo")) {
            assertThat(taskCount(demo)).isGreaterThan(5);
            assertThat(waitsForTheDirector(demo)).isTrue();
            assertThat(peopleOfBothYears(demo)).isEqualTo(36);
        }

        assertThat(output).contains("Демонстрация: http").doesNotContain("The demo goes on without");
    }

    private ConfigurableApplicationContext start(String profile) {
        return new SpringApplicationBuilder(MentoringRoadmapApplication.class)
                .web(WebApplicationType.SERVLET)
                .profiles(profile)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database,
                        "--mentoring.password-iterations=1000",
                        "--" + TestEngine.NO_JOBS,
                        "--" + TestEngine.OWN_ENGINE,
                        "--" + TestEngine.OWN_APPLICATION);
    }

    private static long taskCount(ConfigurableApplicationContext application) {
        return application.getBean(TaskService.class).createTaskQuery().count();
    }

    private static int peopleOfBothYears(ConfigurableApplicationContext application) {
        return JdbcClient.create(application.getBean(DataSource.class))
                .sql("select count(*) from participant")
                .query(Integer.class)
                .single();
    }

    private static boolean waitsForTheDirector(ConfigurableApplicationContext application) {
        return application
                        .getBean(TaskService.class)
                        .createTaskQuery()
                        .taskDefinitionKey("Task_Approve")
                        .count()
                > 0;
    }

    private static boolean signsIn(ConfigurableApplicationContext application, String login, String password) {
        return application.getBean(IdentityService.class).checkPassword(login, password);
    }
}
