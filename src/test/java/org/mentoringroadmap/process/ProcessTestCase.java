package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.KnownInstance;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** A school on 20 August 2025 at ten, whose programme runs the shipped models with the real services. */
@ApplicationTest
abstract class ProcessTestCase {
    /** What passes through the engine beside flags: its own counters of several instances, a number that we suggest. */
    private static final Set<String> PASSING = Set.of(
            "nrOfInstances",
            "nrOfCompletedInstances",
            "nrOfActiveInstances",
            "loopCounter",
            "number",
            "readVersion",
            "directorReads");

    static final SchoolYear YEAR = new SchoolYear(2025);
    static final LocalDateTime NOW = LocalDateTime.of(2025, 8, 20, 10, 0);
    static final String TODAY = "2025-08-20";
    static final String ITEM = "000-1.1.1";

    /** What closes any activity as not held. */
    static final Map<String, Object> NOT_HELD = Map.of("outcome", "not-held", "note", "Школе это не нужно");

    /** What closes any activity as done earlier. */
    static final Map<String, Object> EARLIER = Map.of("outcome", "earlier", "number", "3-ОД", "date", "2025-05-30");

    @Autowired
    TestSchools schools;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService taskService;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    Programmes programmes;

    @Autowired
    ActivityOutcomes outcomes;

    @Autowired
    ActivityKeys keys;

    @Autowired
    Clock clock;

    TestSchool school;
    String key;

    @BeforeEach
    void askThisEngine() {
        AbstractAssertions.init(engine);
    }

    @AfterEach
    void forgetTheEngine() {
        AbstractAssertions.reset();
    }

    @BeforeEach
    void openSchool() {
        moveTo(NOW);
        school = schools.create();
    }

    @AfterEach
    void everyInstanceBelongsToProgrammeAndSchool() {
        if (key != null) {
            List<HistoricProcessInstance> instances = history.createHistoricProcessInstanceQuery()
                    .tenantIdIn(school.id())
                    .list();
            assertThat(instances).isNotEmpty();
            assertThat(instances)
                    .allSatisfy(instance -> assertThat(programmes
                                    .get(Long.valueOf(instance.getBusinessKey()))
                                    .schoolId())
                            .isEqualTo(school.id()));
            assertNothingButFlagsStands();
        }
    }

    /**
     * The history keeps ids and flags only, of which it has the list; so whatever stands in the engine and is not in the
     * history is something that a person typed and nobody took away.
     */
    void assertNothingButFlagsStands() {
        Set<String> recorded = history.createHistoricVariableInstanceQuery().tenantIdIn(school.id()).list().stream()
                .map(HistoricVariableInstance::getName)
                .collect(Collectors.toSet());
        assertThat(runtime.createVariableInstanceQuery().tenantIdIn(school.id()).list())
                .extracting(VariableInstance::getName)
                .filteredOn(name -> !PASSING.contains(name))
                .as("variables in the engine")
                .isSubsetOf(recorded);
    }

    /** Moves the engine and the application to this moment of the installation's zone. */
    void moveTo(LocalDateTime moment) {
        TestClock.moveTo(moment);
    }

    /** Starts the roadmap as the curator does. */
    void startRoadmap() {
        key = school.start("target-model", YEAR.text());
    }

    /** Starts one block for a programme that no master runs; answers the instance. */
    String startBlock(String block, String responsible, Map<String, String> more) {
        String instance = startBlockOnly(block, responsible, more);
        school.runJobs();
        return instance;
    }

    /** A block whose activity was closed before it began asks nobody and ends at once. */
    void endsAtOnceWhenClosedBefore(String block, Map<String, String> more) {
        key = programmes.open(school.id(), YEAR, "target-model").id().toString();
        school.as(
                Role.CURATOR,
                () -> outcomes.record(
                        Long.valueOf(key),
                        ITEM,
                        new OutcomeInput(Outcome.EARLIER, day("2025-05-30"), "3-ОД", null, null)));

        String instance = startBlock(block, "deputy", more);

        assertThat(openTasks()).isEmpty();
        assertEndedAt(instance, "End_ClosedBefore");
        assertThat(flag(instance, "outcome")).isEqualTo("earlier");
    }

    /** The same, but its first job has not run yet. */
    String startBlockOnly(String block, String responsible, Map<String, String> more) {
        if (key == null) {
            key = programmes.open(school.id(), YEAR, "target-model").id().toString();
        }
        Map<String, Object> input = new HashMap<>(Map.of(
                "schoolId", school.id(),
                "programmeId", key,
                "firstYear", "2025",
                "secondYear", "2026",
                "roadmapItem", ITEM,
                "title", "Дело из дорожной карты",
                "guide", "Соберите людей и поговорите.",
                "start", "2025-06-01T08:00:00",
                "due", "2025-08-31T18:00:00",
                "responsible", responsible));
        input.putAll(more);
        return school.as(
                "starter",
                List.of(Role.ADMINISTRATOR.id()),
                () -> runtime.startProcessInstanceByKey(block, key, input).getId());
    }

    /** The only open task of this definition. */
    Task task(String definitionKey) {
        return only(task -> task.getTaskDefinitionKey().equals(definitionKey));
    }

    /** The only open task of this item, in whichever block. */
    Task taskOf(String roadmapItem) {
        return only(task -> roadmapItem.equals(taskService.getVariable(task.getId(), "roadmapItem")));
    }

    private Task only(Predicate<Task> wanted) {
        List<Task> found = school.tasks(key).stream().filter(wanted).toList();
        assertThat(found).as("open: %s", openTasks()).hasSize(1);
        return found.get(0);
    }

    List<String> openTasks() {
        return school.tasks(key).stream().map(Task::getTaskDefinitionKey).toList();
    }

    void complete(Role role, String definitionKey, Map<String, Object> input) {
        school.complete(role, task(definitionKey), input);
        assertNothingButFlagsStands();
    }

    /** Candidate groups of a task. */
    Set<String> groups(Task task) {
        return taskService.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** A role that may take the task. */
    Role roleFor(Task task) {
        return groups(task).stream()
                .sorted()
                .map(id -> Role.of(id).orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    /** The task stays open and unchanged, and the answer is one that REST turns into 400 or 409 with a Russian text. */
    void refuses(String code, Role role, String definitionKey, Map<String, Object> input) {
        Task task = task(definitionKey);
        KnownInstance instance = known(task.getProcessInstanceId());
        Map<String, Object> before = taskService.getVariables(task.getId());
        assertRefused(code, catchThrowable(() -> school.complete(role, task, input)));
        assertThat(instance).isWaitingAt(definitionKey);
        assertThat(task(definitionKey)).hasId(task.getId());
        assertThat(taskService.getVariables(task.getId())).isEqualTo(before);
        assertThat(management
                        .createJobQuery()
                        .tenantIdIn(school.id())
                        .noRetriesLeft()
                        .count())
                .isZero();
    }

    /** A message that starts a process of a programme is refused where the programme is another school's. */
    void refusesToStartForAnotherSchool(String message) {
        String other = programmes
                .open(schools.create(Role.CURATOR).id(), YEAR, "target-model")
                .id()
                .toString();
        assertRefused(
                "programme.unknown",
                catchThrowable(() -> school.as(
                        "admin",
                        List.of(Role.ADMINISTRATOR.id()),
                        () -> runtime.createMessageCorrelation(message)
                                .processInstanceBusinessKey(other)
                                .setVariable("schoolId", school.id())
                                .correlateStartMessage())));
    }

    static void assertRefused(String code, Throwable answer) {
        assertThat(answer).as("refusal %s", code).isNotNull();
        UserInputException cause = null;
        for (Throwable next = answer; next != null && cause == null; next = next.getCause()) {
            cause = next instanceof UserInputException refused ? refused : null;
        }
        assertThat(cause).as("cause of %s", answer).isNotNull();
        assertThat(cause.code()).isEqualTo(code);
        assertThat(status(answer)).as("status of %s", answer).isEqualTo(cause instanceof ConflictException ? 409 : 400);
        assertThat(answer.getMessage()).containsPattern("\\p{IsCyrillic}{3}");
    }

    /** The status with which the engine's REST answers the exception. */
    private static int status(Throwable answer) {
        if (answer instanceof InvalidRequestException refused) {
            return refused.getStatus().getStatusCode();
        }
        assertThat(answer).isInstanceOf(FormFieldValidationException.class);
        return 400;
    }

    ActivityRecord outcome(String roadmapItem) {
        return outcomes.find(Long.valueOf(key), roadmapItem).orElseThrow();
    }

    void assertOutcome(String roadmapItem, Outcome expected) {
        assertThat(outcome(roadmapItem).outcome()).isEqualTo(expected);
    }

    /** The instance, for assertions; it may have ended. */
    KnownInstance known(String instance) {
        return new KnownInstance(history.createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult());
    }

    /** The instance has ended, and there. */
    void assertEndedAt(String instance, String... endEvents) {
        assertThat(known(instance)).isEnded().hasPassed(endEvents);
        assertThat(known(instance).known().getState()).isEqualTo(HistoricProcessInstance.STATE_COMPLETED);
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityType("noneEndEvent")
                        .list())
                .extracting(HistoricActivityInstance::getActivityId)
                .containsExactlyInAnyOrder(endEvents);
    }

    /** Last value of a flag, also of an instance that has ended. */
    Object flag(String instance, String name) {
        HistoricVariableInstance variable = history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName(name)
                .singleResult();
        return variable == null ? null : variable.getValue();
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** The number that the programme gives the activity of a record. */
    String itemOf(ActivityRecord record) {
        return keys.knownItem(record.programmeId(), record.activityKey());
    }
}
