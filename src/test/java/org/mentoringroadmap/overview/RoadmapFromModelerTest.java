package org.mentoringroadmap.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentKind;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.OwnKindInput;
import org.mentoringroadmap.document.OwnKinds;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.DataClass;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.support.YearDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/**
 * A roadmap that was built in Camunda Modeler with our element templates and nothing else, as the modeler has saved it: rows of
 * every kind of term, responsible and document, numbers as people write them, most blocks. It runs to its end.
 */
@ApplicationTest
class RoadmapFromModelerTest {
    private static final Path MODELS = Path.of("src/test/resources/models/own-year");
    private static final String ROADMAP = "own-year";
    private static final String OWN_ROLE = "method-lead";
    private static final String OWN_KIND = "mentor-code";

    @Autowired
    private TestSchools schools;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private OwnRoles roles;

    @Autowired
    private OwnKinds kinds;

    @Autowired
    private Overview overview;

    @Autowired
    private Documents documents;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Clock clock;

    @Autowired
    private MockMvc mvc;

    private TestSchool school;
    private String deployment;

    @BeforeEach
    void aSchoolWithARoleAndAKindOfItsOwn() throws IOException {
        school = schools.create();
        school.as("administrator", List.of(Role.ADMINISTRATOR.id()), () -> {
            roles.add(OWN_ROLE, "руководитель методического объединения", Role.DEPUTY);
            kinds.add(
                    OWN_KIND,
                    new OwnKindInput(
                            "Кодекс наставника",
                            "local-regulation",
                            DataClass.STAFF,
                            DocumentKind.Way.APPROVED,
                            OwnKindInput.OWN_JOURNAL,
                            "педагогическим советом",
                            "Советом родителей\nСоветом старшеклассников",
                            true,
                            true));
            return null;
        });
        DeploymentBuilder files =
                engine.getRepositoryService().createDeployment().source("modeler");
        try (Stream<Path> models = Files.list(MODELS)) {
            for (Path model : models.sorted().toList()) {
                files.addString(model.getFileName().toString(), Files.readString(model));
            }
        }
        deployment = files.deploy().getId();
        mayStart();
    }

    @AfterEach
    void takeBack() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void itRunsToItsEndAndIsPrintedAsItWasDrawn() throws Exception {
        String year = school.start(ROADMAP, "2024-2025");

        assertThat(dues(year))
                .as(
                        "a row without a term waits for no span over years beside it, and is due before III.2, which needs it")
                .containsEntry("III.1", LocalDate.parse("2024-10-15"))
                .containsEntry("III.2", LocalDate.parse("2024-10-15"))
                .containsEntry("III.5", LocalDate.parse("2026-10-15"))
                .containsEntry("III.10", LocalDate.parse("2028-12-31"))
                .containsEntry("III.13", LocalDate.parse("2024-11-10"));
        mvc.perform(get("/programmes/" + year + "/drawing").session(login(Role.CURATOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Раздел VI"), not(containsString("Этап VI")))));
        mvc.perform(get("/programmes/" + year + "/drawing")
                        .param("part", "own-year-3-terms")
                        .session(login(Role.CURATOR)))
                .andExpect(content().string(containsString("рабочая группа, центр занятости")));

        YearDriver driver = new YearDriver(school, engine, clock, ROADMAP, 1, any -> {});
        driver.runUntil(year, "Task_CollectConsents");
        Task task = school.tasks(year).stream()
                .filter(open -> open.getTaskDefinitionKey().equals("Task_CollectConsents"))
                .findFirst()
                .orElseThrow();
        mvc.perform(get("/tasks/consents").param("taskId", task.getId()).session(login(Role.CURATOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Пункт II.3")));
        driver.run(year);

        assertThat(programmes.get(Long.valueOf(year)).state()).isEqualTo(Programme.State.COMPLETED);
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .tenantIdIn(school.id())
                        .count())
                .isZero();
        assertThat(rows(year))
                .allSatisfy(row -> assertThat(row.outcome())
                        .as(row.activity().printedItem())
                        .isNotNull());
        assertThat(made(year))
                .contains("Кодекс наставника школы", "Положение о клубе", "Приказ «О создании рабочей группы»");
    }

    private Map<String, LocalDate> dues(String year) {
        Map<String, LocalDate> dues = new TreeMap<>();
        rows(year).forEach(row -> dues.put(row.activity().printedItem(), row.due()));
        return dues;
    }

    private List<ActivityProgress> rows(String year) {
        return school.as(Role.CURATOR, () -> overview.table(Long.valueOf(year)))
                .rows()
                .toList();
    }

    private List<String> made(String year) {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(Long.valueOf(year))).stream()
                .map(Document::title)
                .toList();
    }

    /** Curators may start it, as they may what was there when the application started. */
    private void mayStart() {
        if (authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(Role.CURATOR.id())
                        .resourceId(ROADMAP)
                        .count()
                > 0) {
            return;
        }
        Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(Role.CURATOR.id());
        right.setResource(Resources.PROCESS_DEFINITION);
        right.setResourceId(ROADMAP);
        right.addPermission(ProcessDefinitionPermissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(right);
    }

    private MockHttpSession login(Role role) throws Exception {
        return (MockHttpSession)
                mvc.perform(formLogin("/login").user(school.login(role)).password(TestSchool.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession();
    }
}
