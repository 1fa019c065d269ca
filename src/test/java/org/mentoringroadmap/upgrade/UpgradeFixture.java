package org.mentoringroadmap.upgrade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.MentoringRoadmapApplication;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.PeopleToMatch;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestEngine;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.support.YearDriver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes the database of a release for later upgrade tests: an invented school in the middle of its year, in November,
 * when pairs work. Run it once per release, before the models of the next one change; {@code README.md} beside the
 * databases says how.
 */
public final class UpgradeFixture {
    /** Where the databases of releases are kept, each in a folder of its name. */
    static final Path FOLDER = Path.of("src", "test", "resources", "upgrade");

    /** The database of a release, in its folder. */
    static final String DATABASE = "database.sql.gz";

    /** What the curator saw in it, in its folder. */
    static final String SEEN = "seen.txt";

    /** Tenant of the invented school. */
    static final String SCHOOL = "school-1";

    /** School year of its programme. */
    static final String YEAR = "2026-2027";

    /** The moment at which a database is kept. */
    static final LocalDateTime MIDDLE = LocalDateTime.of(2026, 11, 25, 10, 0);

    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2026, 7, 15, 10, 0);
    private static final LocalDateTime AUTUMN = LocalDateTime.of(2026, 9, 15, 10, 0);
    private static final LocalDateTime DAY_OF_DECISION = LocalDateTime.of(2026, 10, 21, 10, 0);

    private final ConfigurableApplicationContext application;
    private final TestSchool school;
    private final Long lower;
    private final Long upper;
    private final Long programme;
    private final YearDriver year;

    private UpgradeFixture(ConfigurableApplicationContext application) {
        this.application = application;
        school = bean(TestSchools.class).create();
        lower = school.addClass("5А");
        upper = school.addClass("10Б");
        programme = Long.valueOf(school.start("target-model", YEAR));
        year = new YearDriver(school, bean(ProcessEngine.class), bean(Clock.class), 0, any -> {
            throw new AssertionError("Pairs meet before the middle of the year");
        });
    }

    /** Writes the folder {@code src/test/resources/upgrade/<release>}; the release is given by {@code -Drelease}. */
    public static void main(String[] arguments) throws Exception {
        Path folder = FOLDER.resolve(System.getProperty("release")).toAbsolutePath();
        Files.createDirectories(folder);
        TestClock.moveTo(FIRST_DAY);
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        MentoringRoadmapApplication.class, TestSchools.class)
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                        "--server.port=0",
                        "--" + TestEngine.NO_JOBS,
                        "--mentoring.password-iterations=1000",
                        "--mentoring.administrator.password=" + TestSchool.PASSWORD)) {
            UpgradeFixture fixture = new UpgradeFixture(application);
            fixture.live();
            Files.write(folder.resolve(SEEN), SeenYear.of(application, fixture.school, fixture.programme));
            application
                    .getBean(JdbcTemplate.class)
                    .execute("SCRIPT TO '" + folder.resolve(DATABASE) + "' COMPRESSION GZIP");
        }
        System.out.println(folder + ": " + Files.size(folder.resolve(DATABASE)) / 1024 + " KB");
    }

    /** Stages 1 to 4 done, registers with consents, a matching that was confirmed, pairs that meet, one that has lost. */
    private void live() {
        complete(
                Role.DEPUTY,
                "000-1.1.1",
                "Task_RecordOutcome",
                Map.of("outcome", "done", "date", TestClock.today().toString(), "note", "сделано"));
        order();
        year.runUntil(programme.toString(), "Task_FormRegister");
        TestClock.moveTo(AUTUMN);
        PeopleToMatch people = new PeopleToMatch(
                school, school.login(Role.CURATOR), bean(Registers.class), bean(Consents.class), programme);
        List<Participant> mentees = people.mentees(8, List.of(lower));
        people.mentors(3, List.of(upper), 2);
        school.runJobs();
        TestClock.moveTo(DAY_OF_DECISION);
        year.runUntil(programme.toString(), "Task_DecidePairs");
        decide();
        TestClock.moveTo(MIDDLE);
        year.runUntil(programme.toString(), "Task_WatchMeetings");
        meet();
        withdraw(mentees.get(0));
    }

    /** An order with its own number, from which later ones go on. */
    private void order() {
        complete(Role.DEPUTY, "000-1.3.1", "Task_CheckDraft", Map.of("outcome", "done"));
        complete(Role.DIRECTOR, "000-1.3.1", "Task_Approve", Map.of("decision", "approve"));
        complete(
                Role.SECRETARY,
                "000-1.3.1",
                "Task_Register",
                Map.of("number", "57-ОД", "date", TestClock.today().toString()));
    }

    private void decide() {
        school.as(Role.CURATOR, () -> {
            MatchingRuns runs = bean(MatchingRuns.class);
            return runs.confirm(runs.propose(programme, RunRequest.EVERYBODY).id(), Set.of());
        });
        complete(
                Role.CURATOR,
                "000-5.1.4",
                "Task_DecidePairs",
                Map.of("outcome", "done", "date", TestClock.today().toString()));
    }

    /** All pairs have met for the first time, one of them a second time. */
    private void meet() {
        List<Long> pairs = bean(Mentorships.class).of(programme).stream()
                .map(Mentorship::id)
                .toList();
        meet(pairs, MeetingKind.parse("organisational"), LocalDate.of(2026, 11, 10));
        meet(pairs.subList(0, 1), MeetingKind.parse("trial"), LocalDate.of(2026, 11, 20));
    }

    private void meet(List<Long> pairs, MeetingKind kind, LocalDate day) {
        school.as(Role.CURATOR, () -> bean(Meetings.class).recordAll(programme, pairs, kind, day));
        school.runJobs();
    }

    private void withdraw(Participant mentee) {
        school.as(Role.CURATOR, () -> {
            Consents consents = bean(Consents.class);
            Long consent = consents.of(mentee.person().id()).get(0).id();
            return consents.withdraw(consent, null);
        });
        school.runJobs();
    }

    private void complete(Role role, String item, String definition, Map<String, Object> input) {
        Task task = school.tasks(programme.toString()).stream()
                .filter(open -> open.getTaskDefinitionKey().equals(definition))
                .filter(open -> item.equals(school.item(open)))
                .findFirst()
                .orElseThrow();
        school.complete(role, task, input);
    }

    private <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
