package org.mentoringroadmap.upgrade;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.MentoringRoadmapApplication;
import org.mentoringroadmap.activity.checklist.ClassChecklists;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestEngine;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes the database of a release for later upgrade tests: an invented school in the middle of stage 1, in July. Run it
 * once per release, before the models of the next one change; {@code README.md} beside the databases says how.
 */
public final class UpgradeFixture {
    /** Tenant of the invented school. */
    static final String SCHOOL = "school-1";

    /** School year of its programme. */
    static final String YEAR = "2026-2027";

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 7, 15, 10, 0);

    private final TestSchool school;
    private final String programmeId;
    private final String today;

    private UpgradeFixture(TestSchool school, LocalDate today) {
        this.school = school;
        this.programmeId = school.start("target-model", YEAR);
        this.today = today.toString();
    }

    /** Writes {@code src/test/resources/upgrade/<release>/database.sql.gz}; the release is the project's by default. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(
                        "src",
                        "test",
                        "resources",
                        "upgrade",
                        System.getProperty("release", "0.1.0"),
                        "database.sql.gz")
                .toAbsolutePath();
        Files.createDirectories(file.getParent());
        TestClock.moveTo(NOW);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        MentoringRoadmapApplication.class, TestSchools.class)
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                        "--server.port=0",
                        "--" + TestEngine.NO_JOBS,
                        "--mentoring.password-iterations=1000",
                        "--mentoring.administrator.password=" + TestSchool.PASSWORD)) {
            TestSchool school = context.getBean(TestSchools.class).create();
            school.addClass("5А");
            school.addClass("7Б");
            new UpgradeFixture(school, LocalDate.now(context.getBean(Clock.class)))
                    .live(context.getBean(ClassChecklists.class));
            context.getBean(JdbcTemplate.class).execute("SCRIPT TO '" + file + "' COMPRESSION GZIP");
        }
        System.out.println(file + ": " + Files.size(file) / 1024 + " KB");
    }

    /** Something of everything: done, planned, ticked in part, at the director's, returned, registered, not begun. */
    private void live(ClassChecklists checklists) {
        Map<String, Object> done = Map.of("outcome", "done", "date", today, "note", "сделано");
        Map<String, Object> checked = Map.of("outcome", "done");
        complete(Role.DEPUTY, "000-1.1.1", "Task_RecordOutcome", done);
        complete(
                Role.DEPUTY,
                "000-1.2.1",
                "Task_PlanEvent",
                Map.of("outcome", "done", "eventDate", "2026-08-28", "place", "зал", "agenda", "О наставничестве"));
        tickOneClass(checklists, "000-1.2.2");
        complete(Role.DEPUTY, "000-1.3.1", "Task_CheckDraft", checked);
        complete(Role.DIRECTOR, "000-1.3.1", "Task_Approve", Map.of("decision", "approve"));
        complete(Role.SECRETARY, "000-1.3.1", "Task_Register", Map.of("number", "57-ОД", "date", today));
        complete(Role.DEPUTY, "000-1.3.2", "Task_CheckDraft", checked);
        complete(Role.DEPUTY, "000-1.3.4", "Task_CheckDraft", checked);
        complete(
                Role.DIRECTOR,
                "000-1.3.4",
                "Task_Approve",
                Map.of("decision", "return", "comment", "Укажите срок полномочий"));
        complete(Role.DEPUTY, "000-1.4.1", "Task_RecordOutcome", done);
    }

    private void tickOneClass(ClassChecklists checklists, String item) {
        Long programme = Long.valueOf(programmeId);
        school.as(Role.DEPUTY, () -> {
            Long first = checklists.rows(programme, item).get(0).classId();
            checklists.tick(programme, item, first, LocalDate.parse(today), null);
            return null;
        });
    }

    private void complete(Role role, String item, String definition, Map<String, Object> input) {
        Task task = school.tasks(programmeId).stream()
                .filter(open -> open.getTaskDefinitionKey().equals(definition))
                .filter(open -> item.equals(school.item(open)))
                .findFirst()
                .orElseThrow();
        school.complete(role, task, input);
    }
}
