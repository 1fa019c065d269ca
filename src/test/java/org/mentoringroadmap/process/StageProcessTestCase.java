package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.roadmap.flow.Waits;
import org.mentoringroadmap.support.TaskForms;

/** One stage of the target model, started alone with the real blocks; each subclass adds its own paths. */
abstract class StageProcessTestCase extends ProcessTestCase {
    private static final int ROUNDS = 200;

    private final String stage;
    private final String endEvent;
    private final Set<String> items;
    private String instance;

    StageProcessTestCase(String stage, String endEvent, String... items) {
        this.stage = stage;
        this.endEvent = endEvent;
        this.items = Set.of(items);
    }

    @Test
    void everythingDoneByItsForm() {
        startStage();

        finish(this::byForm);

        assertThat(records()).extracting(this::itemOf).containsExactlyInAnyOrderElementsOf(items);
        assertThat(executedItems()).containsExactlyInAnyOrderElementsOf(items);
        assertStageEnded();
    }

    @Test
    void everythingNotHeld() {
        startStage();

        finish(task -> NOT_HELD);

        assertThat(records()).allSatisfy(record -> assertThat(record.outcome()).isEqualTo(Outcome.NOT_HELD));
        assertThat(executedItems()).containsExactlyInAnyOrderElementsOf(unlessSkipped(items));
        assertStageEnded();
    }

    @Test
    void everythingDoneEarlier() {
        startStage();

        finish(task -> EARLIER);

        assertThat(executedItems()).containsExactlyInAnyOrderElementsOf(items);
        assertStageEnded();
    }

    /** A year that starts in the middle: the stage passes over what is closed already and asks nobody. */
    @Test
    void everythingClosedWhenTheYearBegan() {
        openProgramme();
        OutcomeInput earlier = new OutcomeInput(Outcome.EARLIER, day("2025-05-30"), "3-ОД", null, null);
        items.forEach(item -> outcomes.record(Long.valueOf(key), item, earlier));

        startStage();

        assertThat(openTasks()).isEmpty();
        assertThat(executedItems()).containsExactlyInAnyOrderElementsOf(items);
        assertStageEnded();
    }

    /** Items that stand on elements which the path of «nothing is held» passes by. */
    Set<String> skippedWhenNothingIsHeld() {
        return Set.of();
    }

    void openProgramme() {
        if (key == null) {
            key = programmes.open(school.id(), YEAR, "target-model").id().toString();
        }
    }

    void startStage() {
        openProgramme();
        whatOtherStagesDoIsDone();
        instance = startBlock(stage, "curator", Map.of("roadmapItem", "000-0"));
        assertThat(known(instance)).hasProcessDefinitionKey(stage);
        assertThat(known(instance).getBusinessKey()).isEqualTo(key);
    }

    /** A stage alone is not held up by rows of the others. */
    private void whatOtherStagesDoIsDone() {
        BpmnModelInstance model = engine.getRepositoryService()
                .getBpmnModelInstance(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(stage)
                        .latestVersion()
                        .singleResult()
                        .getId());
        Waits.of(model).stream()
                .flatMap(event -> Waits.items(event).stream())
                .map(number -> "000-" + number)
                .filter(item -> !items.contains(item))
                .distinct()
                .forEach(item -> outcomes.record(
                        Long.valueOf(key),
                        item,
                        new OutcomeInput(Outcome.EARLIER, day("2025-05-30"), "3-ОД", null, null)));
    }

    /** Completes what is open, by the first role that may, until the stage has ended. */
    void finish(Function<Task, Map<String, Object>> input) {
        for (int round = 0; round < ROUNDS && isRunning(); round++) {
            Task task = nextTask().orElseThrow(() -> new AssertionError("Nobody is asked, but the stage waits"));
            school.complete(roleFor(task), task, new HashMap<>(input.apply(task)));
        }
        assertThat(known(instance)).isEnded();
    }

    /** Closes one item as not held, all of its tasks. */
    void close(String item) {
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Task> open = school.tasks(key).stream()
                    .filter(task -> item.equals(item(task)))
                    .findFirst();
            if (open.isEmpty()) {
                return;
            }
            school.complete(roleFor(open.get()), open.get(), new HashMap<>(NOT_HELD));
        }
        throw new AssertionError(item + " does not end");
    }

    Map<String, Object> byForm(Task task) {
        return TaskForms.fill(engine.getFormService(), task, day(TODAY));
    }

    /** The items of the open tasks. */
    Set<String> openItems() {
        return school.tasks(key).stream().map(this::item).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The open items with the roles that are asked. */
    Map<String, Set<String>> openItemsAndRoles() {
        return school.tasks(key).stream().collect(Collectors.toMap(this::item, task -> new TreeSet<>(groups(task))));
    }

    private String item(Task task) {
        return String.valueOf(school.item(task));
    }

    private List<ActivityRecord> records() {
        return outcomes.of(Long.valueOf(key)).stream()
                .filter(record -> items.contains(itemOf(record)))
                .toList();
    }

    private Optional<Task> nextTask() {
        return school.tasks(key).stream()
                .filter(task -> items.contains(item(task)))
                .min(Comparator.comparing(this::item).thenComparing(Task::getId));
    }

    private boolean isRunning() {
        return stageInstance().getEndTime() == null;
    }

    private HistoricProcessInstance stageInstance() {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    private void assertStageEnded() {
        assertThat(known(instance)).isEnded().hasPassed(endEvent);
        assertThat(stageInstance().getState()).isEqualTo(HistoricProcessInstance.STATE_COMPLETED);
        assertThat(runtime.createIncidentQuery().tenantIdIn(school.id()).count())
                .isZero();
    }

    /** The elements of the stage that history says were finished. */
    List<String> passed() {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).finished().list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    /** What the history of the stage says was done, by the items that the model writes on its elements. */
    List<String> executedItems() {
        List<String> passed = passed();
        BpmnModelInstance model = engine.getRepositoryService()
                .getBpmnModelInstance(stageInstance().getProcessDefinitionId());
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> passed.contains(node.getId()))
                .flatMap(StageProcessTestCase::itemOf)
                .toList();
    }

    private Set<String> unlessSkipped(Set<String> all) {
        return all.stream()
                .filter(item -> !skippedWhenNothingIsHeld().contains(item))
                .collect(Collectors.toSet());
    }

    private static Stream<String> itemOf(BaseElement element) {
        return element.getExtensionElements() == null
                ? Stream.empty()
                : element
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list()
                        .stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> "roadmapItem".equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue);
    }
}
