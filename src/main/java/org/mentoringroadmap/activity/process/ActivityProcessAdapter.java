package org.mentoringroadmap.activity.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.activity.ActivityProcess;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Component;

/**
 * Asks for an activity anew by a block of its own beside the stage, on the version on which the first one ran: what the
 * first one was called with stands in the history. A block that is just about to end is put back before its task. Lets a stage
 * go on where it waits for rows.
 */
@Component
class ActivityProcessAdapter implements ActivityProcess {
    /** The task with which a block ends, by the block; of these blocks nothing comes but the record of the activity. */
    private static final Map<String, String> ENDS =
            Map.of("activity", "Task_RecordOutcome", "class-checklist", "Task_CollectClasses");

    private final RuntimeService runtime;
    private final HistoryService history;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final PassedRows passed;
    private final SystemAuthority system;

    ActivityProcessAdapter(
            RuntimeService runtime,
            HistoryService history,
            TaskService tasks,
            RepositoryService repository,
            PassedRows passed,
            SystemAuthority system) {
        this.runtime = runtime;
        this.history = history;
        this.tasks = tasks;
        this.repository = repository;
        this.passed = passed;
        this.system = system;
    }

    @Override
    public boolean mayReopen(Long programmeId, String roadmapItem) {
        return system.get(() -> block(programmeId, roadmapItem).isPresent());
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
        return system.get(() -> block(programmeId, roadmapItem).map(block -> {
            String task = ENDS.get(block.getProcessDefinitionKey());
            String instance = block.getEndTime() == null ? backTo(task, block) : anew(task, block);
            return tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(task).list().stream()
                    .map(Task::getId)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No task in " + instance));
        }));
    }

    /** The last block of the activity that asked somebody. */
    private Optional<HistoricProcessInstance> block(Long programmeId, String roadmapItem) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .processDefinitionKeyIn(ENDS.keySet().toArray(String[]::new))
                .variableValueEquals(BlockVariables.ROADMAP_ITEM.name(), roadmapItem)
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .filter(block -> history.createHistoricTaskInstanceQuery()
                                .processInstanceId(block.getId())
                                .taskDefinitionKey(ENDS.get(block.getProcessDefinitionKey()))
                                .count()
                        > 0)
                .findFirst();
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

    private String backTo(String task, HistoricProcessInstance block) {
        runtime.createProcessInstanceModification(block.getId())
                .cancelAllForActivity(task)
                .startBeforeActivity(task)
                .execute();
        return block.getId();
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
