package org.mentoringroadmap.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.overview.Overview;
import org.mentoringroadmap.roadmap.ActivityChange.Aspect;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.support.EditedModel;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** Three years with edits of the models between them: each keeps its own. */
abstract class EditionsContract {
    private static final String BEGUN = "target-model-1-conditions.bpmn";
    private static final String AHEAD = "target-model-7-completion.bpmn";
    private static final String TITLE = "Мониторинг личной удовлетворённости участников";
    private static final Map<String, Object> NOT_HELD = Map.of("outcome", "not-held", "note", "по бумажной карте");

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private ModelUpdates updates;

    @Autowired
    private Overview overview;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private HistoryService history;

    @Autowired
    private TaskService tasks;

    private final List<String> deployments = new ArrayList<>();
    private TestSchool school;

    @BeforeEach
    void aSchool() {
        school = schools.create(Role.CURATOR, Role.DEPUTY);
    }

    @AfterEach
    void takeBack() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void eachYearKeepsWhatItWasStartedWith() {
        Long first = start("2025-2026");
        Map<String, RoadmapActivity> before = rows(first);

        deploy(AHEAD, EditionsContract::renamedAndMoved);
        deploy(BEGUN, text -> text.replace("value=\"000-1.2.5\"", "value=\"000-1.2.9\""));
        Long second = start("2026-2027");
        deploy(AHEAD, text -> renamedAndMoved(text).replace("Activity_Quality", "Activity_WasItGood"));
        Long third = start("2027-2028");

        assertThat(rows(first)).isEqualTo(before);
        assertThat(byItem(second, "000-7.1.2").title()).isEqualTo("Довольны ли люди");
        assertThat(byItem(second, "000-7.1.1").elementId()).isEqualTo("Activity_Quality");
        assertThat(byItem(second, "000-7.1.2").responsible()).containsExactly("deputy");
        assertThat(rows(second)).containsKey("target-model-1-conditions/Activity_PublishOnSite");
        assertThat(byItem(third, "000-7.1.1").elementId()).isEqualTo("Activity_WasItGood");
    }

    @Test
    void addedAndRemovedRowsAndStagesAreThoseOfTheYear() {
        Long first = start("2025-2026");
        Map<String, RoadmapActivity> before = rows(first);
        deploy(
                AHEAD,
                EditedModel.shipped(AHEAD)
                        .exchangeNumbers("Activity_Quality", "Activity_Impact")
                        .remove("Activity_Satisfaction", false)
                        .insertAfter(
                                "Activity_Quality",
                                "Activity_Impact",
                                "Activity_AskParents",
                                "Спросить родителей",
                                "000-7.1.4"));
        Long second = start("2026-2027");
        deploy(
                "summer-school.bpmn",
                EditedModel.shipped("target-model-4-selection-training.bpmn")
                        .process("summer-school", "Этап 8. Летняя школа", "8"));
        deploy(
                "target-model.bpmn",
                EditedModel.shipped("target-model.bpmn")
                        .insertAfter(
                                "Activity_Conditions", "Activity_Mentees", "Activity_SummerSchool", "Летняя школа", "8")
                        .call("Activity_SummerSchool", "summer-school"));
        Long third = start("2027-2028");

        assertThat(asModelAdministrator(() -> updates.plan(second)).shared())
                .as("a stage that the year does not get is nothing that it takes")
                .doesNotContain("summer-school");
        assertThat(rows(first)).isEqualTo(before);
        assertThat(rows(second))
                .hasSameSizeAs(before)
                .doesNotContainKey("target-model-7-completion/Activity_Satisfaction")
                .containsKey("target-model-7-completion/Activity_AskParents");
        assertThat(byItem(second, "000-7.1.2").elementId()).isEqualTo("Activity_Impact");
        assertThat(stages(first)).isEqualTo(stages(second)).doesNotContain("8");
        assertThat(stages(third)).contains("8").hasSize(stages(first).size() + 1);
    }

    private List<String> stages(Long year) {
        return school.as(Role.CURATOR, () -> overview.table(year)).stages().stream()
                .map(stage -> stage.stage().number())
                .toList();
    }

    private void deploy(String file, EditedModel model) {
        deployments.add(
                0,
                repository
                        .createDeployment()
                        .addString(file, model.text())
                        .source("modeler")
                        .deploy()
                        .getId());
    }

    @Test
    void whatIsCalledLaterIsThatOfTheYear() {
        Long first = start("2025-2026");
        deploy("activity.bpmn", text -> text.replace("camunda:versionTag=\"1.0\"", "camunda:versionTag=\"another\""));
        Long second = start("2026-2027");

        finishSome(first);

        assertThat(tagsOfCalled(first, "activity")).isNotEmpty().containsOnly("1.0");
        assertThat(tagsOfCalled(second, "activity")).isNotEmpty().containsOnly("another");
    }

    @Test
    void aRunningYearTakesWhatItHasNotBegun() {
        Long year = start("2025-2026");
        Map<String, RoadmapActivity> before = rows(year);
        deploy(AHEAD, EditionsContract::renamedAndMoved);
        deploy(BEGUN, text -> text.replace("value=\"000-1.2.5\"", "value=\"000-1.2.9\""));
        deploy("activity.bpmn", text -> text.replace("camunda:versionTag=\"1.0\"", "camunda:versionTag=\"another\""));

        ModelUpdates.Plan plan = asModelAdministrator(() -> updates.plan(year));

        assertThat(plan.moves())
                .extracting(change -> change.any().item())
                .containsExactly("000-1.2.9", "000-7.1.1", "000-7.1.2");
        assertThat(plan.moves().get(2).aspects())
                .containsExactly(Aspect.NUMBER, Aspect.TITLE, Aspect.DUE, Aspect.RESPONSIBLE);
        assertThat(plan.stays()).isEmpty();
        assertThat(plan.shared()).containsExactly("activity");
        assertThat(rows(year)).isEqualTo(before);

        assertThat(asModelAdministrator(() -> updates.apply(year))).isEqualTo(plan);

        assertThat(byItem(year, "000-7.1.2").title()).isEqualTo("Довольны ли люди");
        assertThat(byItem(year, "000-1.2.9").elementId()).isEqualTo("Activity_PublishOnSite");
        ModelUpdates.Plan again = asModelAdministrator(() -> updates.plan(year));
        assertThat(again.moves()).isEmpty();
        assertThat(again.shared()).isEmpty();
        assertThat(again.stays()).isEqualTo(plan.stays());
    }

    @Test
    void aFinishedYearIsNeverChanged() {
        Long year = start("2025-2026");
        programmes.complete(year);

        assertThatThrownBy(() -> asModelAdministrator(() -> updates.apply(year)))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo("models.programme-completed"));
    }

    @Test
    void whatAYearGoesByIsNotTakenAway() {
        deploy(AHEAD, EditionsContract::renamedAndMoved);
        String deployment = deployments.get(0);
        start("2025-2026");

        assertThatThrownBy(() -> asModelAdministrator(() -> {
                    repository.deleteDeployment(deployment, true);
                    return null;
                }))
                .hasMessageContaining("учебный год");
        assertThat(repository.createDeploymentQuery().deploymentId(deployment).count())
                .isOne();
    }

    @Test
    void whatNobodyGoesByIsTakenAway() {
        deploy(AHEAD, EditionsContract::renamedAndMoved);
        String deployment = deployments.remove(0);

        asModelAdministrator(() -> {
            repository.deleteDeployment(deployment);
            return null;
        });

        assertThat(repository.createDeploymentQuery().deploymentId(deployment).count())
                .isZero();
    }

    @Test
    void onlyAdministratorsOfModelsChangeTheModelsOfAYear() {
        Long year = start("2025-2026");

        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> updates.plan(year)))
                .isInstanceOf(ForbiddenException.class);
    }

    private static String renamedAndMoved(String text) {
        return text.replace("name=\"" + TITLE + "\"", "name=\"Довольны ли люди\"")
                .replace("value=\"000-7.1.1\"", "value=\"000-7.1.x\"")
                .replace("value=\"000-7.1.2\"", "value=\"000-7.1.1\"")
                .replace("value=\"000-7.1.x\"", "value=\"000-7.1.2\"")
                .replaceFirst(
                        "(000-7.1.2\"[^§]*?roadmapDue\" value=\")[^\"]*(\"[^§]*?roadmapResponsible\" value=\")[^\"]*\"",
                        "$1\\${secondYear}-05-26$2deputy\"");
    }

    private Long start(String year) {
        return Long.valueOf(school.start("target-model", year));
    }

    private void deploy(String file, UnaryOperator<String> edit) {
        String text = shipped(file);
        String edited = edit.apply(text);
        assertThat(edited).isNotEqualTo(text);
        deployments.add(
                0,
                repository
                        .createDeployment()
                        .addString(file, edited)
                        .source("modeler")
                        .deploy()
                        .getId());
    }

    private String shipped(String file) {
        String folder = file.startsWith("target-model") ? "target-model/" : "blocks/";
        try (InputStream model = getClass().getResourceAsStream("/processes/" + folder + file)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, RoadmapActivity> rows(Long year) {
        Map<String, RoadmapActivity> rows = new LinkedHashMap<>();
        school.as(Role.CURATOR, () -> overview.table(year))
                .rows()
                .forEach(row -> rows.put(row.activity().key(), row.activity()));
        return rows;
    }

    private RoadmapActivity byItem(Long year, String item) {
        return rows(year).values().stream()
                .filter(row -> row.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    /** Closes what is open, and what comes after it, a few times. */
    private void finishSome(Long year) {
        for (int round = 0; round < 3; round++) {
            for (Task task : school.tasks(year.toString())) {
                String role = tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null)
                        .findFirst()
                        .orElseThrow();
                school.complete(Role.of(role).orElseThrow(), task, NOT_HELD);
            }
        }
    }

    private List<String> tagsOfCalled(Long year, String key) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(year.toString())
                .processDefinitionKey(key)
                .list()
                .stream()
                .map(HistoricProcessInstance::getProcessDefinitionId)
                .map(repository::getProcessDefinition)
                .map(definition -> definition.getVersionTag())
                .toList();
    }

    private <T> T asModelAdministrator(Supplier<T> work) {
        return school.as("models", List.of(Role.MODEL_ADMINISTRATOR.id()), work);
    }
}
