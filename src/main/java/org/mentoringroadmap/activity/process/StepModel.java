package org.mentoringroadmap.activity.process;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.mentoringroadmap.shared.SystemAuthority;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.StepsBack;
import org.springframework.stereotype.Component;

/** What a model says about a task: whether it only records, and what comes behind it. */
@Component
class StepModel implements StepsBack {
    /** What may stand behind a task that can be taken back, as the history names it: ways, ends, and tasks of people. */
    static final Set<String> PASSES = Set.of("exclusiveGateway", "userTask", "noneEndEvent");

    /** Beans that only write records of ours, which are withdrawn, or count what is known. */
    private static final Set<String> RECORDS = Set.of(
            "recordOutcome",
            "recordClassChecklist",
            "recordStep",
            "recordResult",
            "recordEventPlan",
            "recordEventReport",
            "recordMeetingsWatch",
            "takeFeedback",
            "takeMeasured",
            "countOutcomes");

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final SystemAuthority system;

    StepModel(RepositoryService repository, RuntimeService runtime, TaskService tasks, SystemAuthority system) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.system = system;
    }

    @Override
    public boolean mayBeTakenBack(OpenTask task) {
        return system.get(() -> {
            Task open = tasks.createTaskQuery().taskId(task.id()).singleResult();
            return open != null
                    && onlyRecords(open.getProcessDefinitionId(), open.getTaskDefinitionKey())
                    && endsOrAsks(node(open.getProcessDefinitionId(), open.getTaskDefinitionKey()));
        });
    }

    /** Whether nothing happens with a task but that our records are written. */
    boolean onlyRecords(String definitionId, String step) {
        if (!(node(definitionId, step) instanceof UserTask task)
                || task.getLoopCharacteristics() != null
                || task.getExtensionElements() == null) {
            return false;
        }
        List<String> listeners = task.getExtensionElements().getDomElement().getChildElements().stream()
                .filter(element -> element.getLocalName().equals("taskListener"))
                .filter(listener -> "complete".equals(listener.getAttribute("event")))
                .map(listener -> String.valueOf(listener.getAttribute("delegateExpression"))
                        .replaceAll("[${}]", ""))
                .toList();
        return !listeners.isEmpty() && RECORDS.containsAll(listeners);
    }

    /** Ids of the elements at which an instance stands. */
    Collection<String> standsAt(String instanceId) {
        return runtime.getActiveActivityIds(instanceId);
    }

    private FlowNode node(String definitionId, String step) {
        return repository.getBpmnModelInstance(definitionId).getModelElementById(step);
    }

    /** Whether every way from a task leads to another task or to an end, whatever is answered. */
    private static boolean endsOrAsks(FlowNode task) {
        Deque<FlowNode> ahead = new ArrayDeque<>(task.getSucceedingNodes().list());
        Set<FlowNode> seen = new HashSet<>();
        while (!ahead.isEmpty()) {
            FlowNode next = ahead.pop();
            if (next instanceof ExclusiveGateway && seen.add(next)) {
                ahead.addAll(next.getSucceedingNodes().list().stream().collect(Collectors.toSet()));
            } else if (!(next instanceof ExclusiveGateway || next instanceof UserTask || next instanceof EndEvent)) {
                return false;
            }
        }
        return true;
    }
}
