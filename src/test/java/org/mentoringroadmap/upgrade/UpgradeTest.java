package org.mentoringroadmap.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.checklist.ClassChecklists;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.TaskForms;
import org.mentoringroadmap.support.TestEngine;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Today's application takes over the database of a year that release 0.1.0 began, and the year goes on. */
@SpringBootTest(
        properties = {
            TestEngine.NO_JOBS,
            TestEngine.OWN_ENGINE,
            TestEngine.OWN_APPLICATION,
            "mentoring.password-iterations=1000"
        })
@Import(TestSchools.class)
@DirtiesContext
class UpgradeTest {
    private static final Path FIXTURE = Path.of("src", "test", "resources", "upgrade", "0.1.0", "database.sql.gz");
    private static final int STEPS_AT_MOST = 300;
    private static final int ROWS = 56;

    /** Release 0.1.0 made programme cards as drafts, at the end of the stage in whose middle its database was kept. */
    private static final String CARD_OF_THE_RELEASE = "insert into document (version, programme_id, school_id, type,"
            + " title, roadmap_item, detail, origin, status, last_version, created_at) select 1, programme_id, school_id,"
            + " 'PROGRAMME_CARD', 'Карточка программы', null, 'teacher-teacher', 'card-of-the-release', 'DRAFT', 1,"
            + " created_at from document where type = 'ROADMAP'";

    @Autowired
    private Flyway flyway;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private ClassChecklists checklists;

    @Autowired
    private Documents documents;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Programme programme;

    @DynamicPropertySource
    static void databaseOfTheRelease(DynamicPropertyRegistry registry) throws SQLException {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
        try (var connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("RUNSCRIPT FROM '" + FIXTURE.toAbsolutePath() + "' COMPRESSION GZIP");
            statement.execute(CARD_OF_THE_RELEASE);
        }
        registry.add("spring.datasource.url", () -> url);
    }

    @Test
    void theYearGoesOnToItsEnd() {
        school = schools.existing(UpgradeFixture.SCHOOL);
        programme = school.as(Role.CURATOR, () -> programmes.visible()).get(0);

        assertThat(flyway.info().pending()).isEmpty();
        assertThat(engine.getIdentityService().checkPassword(school.login(Role.CURATOR), TestSchool.PASSWORD))
                .isTrue();
        assertWhatWasDoneIsThere();

        finishStageOne();
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
        finishTheYear();

        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
        assertThat(programmes.get(programme.id()).state()).isEqualTo(Programme.State.COMPLETED);
        assertThat(outcomes.of(programme.id())).hasSize(ROWS);
        assertThat(document(DocumentType.ORDER_CURATOR).number()).isEqualTo("58-ОД");
    }

    private void assertWhatWasDoneIsThere() {
        assertThat(programme.schoolYear().text()).isEqualTo(UpgradeFixture.YEAR);
        assertThat(outcomes.find(programme.id(), "000-1.1.1").orElseThrow().note())
                .contains("сделано");
        assertThat(checklists.missing(programme.id(), "000-1.2.2")).hasSize(1);
        assertThat(document(DocumentType.ORDER_IMPLEMENTATION).number()).isEqualTo("57-ОД");
        assertThat(document(DocumentType.REGULATION).status()).isEqualTo(DocumentStatus.REVIEW);
        assertThat(document(DocumentType.PROGRAMME_CARD).status()).isEqualTo(DocumentStatus.READY);
        assertThat(document(DocumentType.ROADMAP).status()).isEqualTo(DocumentStatus.DRAFT);
        Document returned = document(DocumentType.ORDER_CURATOR);
        assertThat(returned.comment()).contains("Укажите срок полномочий");
        assertThat(school.as(Role.CURATOR, () -> documents.file(returned.id())).content())
                .isNotEmpty();
    }

    private void finishStageOne() {
        for (int step = 0; step < STEPS_AT_MOST && isInStageOne(); step++) {
            Task task = tasks().get(0);
            school.complete(roleOf(task), task, input(task));
        }
        assertThat(isInStageOne()).isFalse();
    }

    /** The stages that release 0.1.0 had as one task each run as they are modelled now. */
    private void finishTheYear() {
        for (int step = 0; step < STEPS_AT_MOST && !tasks().isEmpty(); step++) {
            Task task = tasks().get(0);
            school.complete(roleOf(task), task, TaskForms.fill(engine.getFormService(), task, LocalDate.now(clock)));
        }
        assertThat(tasks()).isEmpty();
    }

    private boolean isInStageOne() {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(programme.id().toString())
                        .processDefinitionKey("target-model-1-conditions")
                        .count()
                > 0;
    }

    private Map<String, Object> input(Task task) {
        String today = LocalDate.now(clock).toString();
        return switch (task.getTaskDefinitionKey()) {
            case "Task_CheckDraft" -> Map.of("outcome", "done");
            case "Task_Approve" -> Map.of("decision", "approve");
            case "Task_Register", "Task_SignProtocol" -> Map.of("number", suggested(task), "date", today);
            case "Task_MakeKnown" -> Map.of("acknowledged", true, "date", today);
            case "Task_ReportEvent" -> Map.of("outcome", "done", "date", today, "came", "20", "decisions", "Внедрить");
            case "Task_PlanEvent", "Task_CollectClasses" -> Map.of("outcome", "not-held", "note", "проведено вместе");
            case "Task_ChooseForms" -> earlier(today);
            default -> Map.of("outcome", "done", "date", today);
        };
    }

    private static Map<String, Object> earlier(String today) {
        Map<String, Object> input = new HashMap<>();
        input.put("outcome", "earlier");
        input.put("date", today);
        input.put("number", "3");
        return input;
    }

    private String suggested(Task task) {
        return (String) engine.getTaskService().getVariableLocal(task.getId(), "number");
    }

    private Role roleOf(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst()
                .flatMap(Role::of)
                .orElseThrow();
    }

    private List<Task> tasks() {
        return school.tasks(programme.id().toString());
    }

    private Document document(DocumentType type) {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(programme.id())).stream()
                .filter(document -> document.type() == type)
                .findFirst()
                .orElseThrow();
    }
}
