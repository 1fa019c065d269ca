package org.mentoringroadmap.activity.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.activity.ActivityProcess;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Component;

/**
 * Asks for a task anew, where the history says that nothing but a record came of it. A block that has ended begins with that
 * task again beside the stage, on the version on which the first one ran: what the first one was called with stands in the
 * history. A block that runs is put back before the task. Lets a stage go on where it waits for rows.
 */
@Component
class ActivityProcessAdapter implements ActivityProcess {
    private static final int MAX_DONE = 20;

    /** What the engine says of a task that a person has done. */
    private static final String COMPLETED = "completed";

    private final RuntimeService runtime;
    private final HistoryService history;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final PassedRows passed;
    private final StepModel steps;
    private final SystemAuthority system;
    private final Clock clock;

    ActivityProcessAdapter(
            RuntimeService runtime,
            HistoryService history,
            TaskService tasks,
            RepositoryService repository,
            PassedRows passed,
            StepModel steps,
            SystemAuthority system,
            Clock clock) {
        this.runtime = runtime;
        this.history = history;
        this.tasks = tasks;
        this.repository = repository;
        this.passed = passed;
        this.steps = steps;
        this.system = system;
        this.clock = clock;
    }

    @Override
    public Optional<Done> lastDone(Long programmeId, String roadmapItem) {
        return system.get(
                () -> last(programmeId, roadmapItem).map(task -> done(task, String.valueOf(programmeId), roadmapItem)));
    }

    @Override
    public List<Done> doneBy(String login, LocalDateTime since) {
        return system.get(() -> history
                .createHistoricTaskInstanceQuery()
                .taskAssignee(login)
                .finished()
                .finishedAfter(Date.from(since.atZone(clock.getZone()).toInstant()))
                .orderByHistoricTaskInstanceEndTime()
                .desc()
                .listPage(0, MAX_DONE)
                .stream()
                .filter(this::leftOnlyARecord)
                .flatMap(task -> ofActivity(task).stream())
                .toList());
    }

    private Optional<Done> ofActivity(HistoricTaskInstance task) {
        HistoricProcessInstance block = block(task.getProcessInstanceId());
        return Optional.ofNullable(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(block.getId())
                        .variableName(BlockVariables.ROADMAP_ITEM.name())
                        .singleResult())
                .map(item -> done(task, block.getBusinessKey(), String.valueOf(item.getValue())))
                .filter(done -> last(done.programmeId(), done.roadmapItem())
                        .filter(last -> last.getId().equals(task.getId()))
                        .isPresent());
    }

    private Done done(HistoricTaskInstance task, String programmeId, String roadmapItem) {
        return new Done(
                Long.valueOf(programmeId),
                roadmapItem,
                task.getProcessInstanceId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                String.valueOf(task.getAssignee()),
                LocalDateTime.ofInstant(task.getEndTime().toInstant(), clock.getZone()));
    }

    private HistoricProcessInstance block(String instanceId) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(instanceId)
                .singleResult();
    }

    /**
     * The task of an activity that was done last of all, where nothing but a record came of it. One that was asked for anew
     * since is not done any more.
     */
    private Optional<HistoricTaskInstance> last(Long programmeId, String roadmapItem) {
        List<HistoricTaskInstance> asked = history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .processVariableValueEquals(BlockVariables.ROADMAP_ITEM.name(), roadmapItem)
                .list();
        List<HistoricTaskInstance> done = asked.stream()
                .filter(task -> COMPLETED.equals(task.getDeleteReason()))
                .filter(task -> asked.stream().noneMatch(other -> isAskedAnew(task, other)))
                .toList();
        Optional<Date> last =
                done.stream().map(HistoricTaskInstance::getEndTime).max(Date::compareTo);
        return done.stream()
                .filter(task -> task.getEndTime().equals(last.get()))
                .filter(this::leftOnlyARecord)
                .findFirst();
    }

    private static boolean isAskedAnew(HistoricTaskInstance done, HistoricTaskInstance other) {
        return !other.getId().equals(done.getId())
                && other.getTaskDefinitionKey().equals(done.getTaskDefinitionKey())
                && !other.getStartTime().before(done.getEndTime());
    }

    private boolean leftOnlyARecord(HistoricTaskInstance task) {
        return COMPLETED.equals(task.getDeleteReason())
                && steps.onlyRecords(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
                && after(task).allMatch(ActivityProcessAdapter::isOnlyPassed);
    }

    /** A way or an end, or another task that nobody has done. */
    private static boolean isOnlyPassed(HistoricActivityInstance next) {
        return StepModel.PASSES.contains(next.getActivityType())
                && (next.getTaskId() == null || next.getEndTime() == null || next.isCanceled());
    }

    /** What the block has come to behind a task. */
    private Stream<HistoricActivityInstance> after(HistoricTaskInstance task) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .dropWhile(before -> !task.getId().equals(before.getTaskId()))
                .skip(1);
    }

    @Override
    public boolean hasBegun(Long programmeId, String roadmapItem) {
        return system.get(() -> history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(String.valueOf(programmeId))
                        .variableValueEquals(BlockVariables.ROADMAP_ITEM.name(), roadmapItem)
                        .count()
                > 0);
    }

    @Override
    public Optional<String> reopen(Long programmeId, String roadmapItem) {
        return system.get(() -> last(programmeId, roadmapItem).map(done -> {
            HistoricProcessInstance block = block(done.getProcessInstanceId());
            String step = done.getTaskDefinitionKey();
            String instance = block.getEndTime() == null ? backTo(done) : anew(step, block);
            return tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(step).list().stream()
                    .map(Task::getId)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No task in " + instance));
        }));
    }

    @Override
    public List<Passed> passed(Long programmeId, Set<String> stages) {
        return system.get(() -> runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .processDefinitionKeyIn(stages.toArray(String[]::new))
                .list()
                .stream()
                .flatMap(stage -> passed.ofRunning(stage).stream())
                .toList());
    }

    @Override
    public Set<String> ended(Long programmeId) {
        return system.get(() -> history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .finished()
                .list()
                .stream()
                .map(HistoricProcessInstance::getProcessDefinitionKey)
                .collect(Collectors.toSet()));
    }

    @Override
    public List<Wait> waits(Long programmeId) {
        return system.get(() -> runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .messageEventSubscriptionName(NeedsEvents.MESSAGE)
                .list()
                .stream()
                .map(this::wait)
                .toList());
    }

    private Wait wait(Execution execution) {
        ProcessInstance stage = runtime.createProcessInstanceQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .singleResult();
        EventSubscription event = runtime.createEventSubscriptionQuery()
                .executionId(execution.getId())
                .eventName(NeedsEvents.MESSAGE)
                .singleResult();
        return new Wait(
                execution.getId(),
                NeedsEvents.items(repository
                        .getBpmnModelInstance(stage.getProcessDefinitionId())
                        .getModelElementById(event.getActivityId())));
    }

    /**
     * In a context of its own: what the engine has read of the stage before, it would not read again, and the stage may have
     * moved since.
     */
    @Override
    public void goOn(String waitId) {
        system.run(() -> {
            ProcessEngineContext.requiresNew();
            try {
                runtime.messageEventReceived(NeedsEvents.MESSAGE, waitId);
            } finally {
                ProcessEngineContext.clear();
            }
        });
    }

    /** What waits behind the task goes; the task itself still stands there while the engine is on its way from it. */
    private String backTo(HistoricTaskInstance done) {
        ProcessInstanceModificationBuilder back =
                runtime.createProcessInstanceModification(done.getProcessInstanceId());
        Stream.concat(
                        Stream.of(done.getTaskDefinitionKey()),
                        after(done)
                                .filter(next -> next.getEndTime() == null)
                                .map(HistoricActivityInstance::getActivityId))
                .distinct()
                .filter(steps.standsAt(done.getProcessInstanceId())::contains)
                .forEach(back::cancelAllForActivity);
        back.startBeforeActivity(done.getTaskDefinitionKey()).execute();
        return done.getProcessInstanceId();
    }

    private String anew(String task, HistoricProcessInstance block) {
        Map<String, Object> input = new HashMap<>();
        history.createHistoricVariableInstanceQuery()
                .processInstanceId(block.getId())
                .list()
                .forEach(variable -> input.put(variable.getName(), variable.getValue()));
        input.remove(BlockVariables.OUTCOME.name());
        return runtime.createProcessInstanceById(block.getProcessDefinitionId())
                .businessKey(block.getBusinessKey())
                .setVariables(input)
                .startBeforeActivity(task)
                .execute()
                .getId();
    }
}
