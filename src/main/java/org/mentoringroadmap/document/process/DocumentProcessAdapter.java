package org.mentoringroadmap.document.process;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.document.DocumentProcess;
import org.mentoringroadmap.shared.SystemAuthority;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Component;

/** Finds and moves the process of a document; the services have checked who asks. */
@Component
class DocumentProcessAdapter implements DocumentProcess {
    private static final String SIGNED_ON_PAPER = "DocumentSignedOnPaper";
    private static final String DECISION_TASK = "Task_Approve";
    private static final String REGISTER_TASK = "Task_Register";
    private static final String[] SIGNING_TASKS = {"Task_SignProtocol", "Task_SignReport", "Task_SignJuryProtocol"};

    private final RuntimeService runtime;
    private final TaskService engineTasks;
    private final Tasks tasks;
    private final SystemAuthority system;

    DocumentProcessAdapter(RuntimeService runtime, TaskService engineTasks, Tasks tasks, SystemAuthority system) {
        this.runtime = runtime;
        this.engineTasks = engineTasks;
        this.tasks = tasks;
        this.system = system;
    }

    @Override
    public Optional<String> decisionTask(String instanceId) {
        return system.get(() -> task(instanceId, DECISION_TASK));
    }

    @Override
    public boolean backToDecision(String instanceId) {
        return system.get(() -> {
            boolean waits = task(instanceId, REGISTER_TASK).isPresent();
            if (waits) {
                runtime.createProcessInstanceModification(instanceId)
                        .startBeforeActivity(DECISION_TASK)
                        .cancelAllForActivity(REGISTER_TASK)
                        .execute();
            }
            return waits;
        });
    }

    /** A document under approval waits for the message; a protocol or report waits in the task that asks for its number. */
    @Override
    public boolean signedOnPaper(String instanceId, String number, String date) {
        return system.get(() -> {
            Execution waiting = runtime.createExecutionQuery()
                    .processInstanceId(instanceId)
                    .messageEventSubscriptionName(SIGNED_ON_PAPER)
                    .singleResult();
            if (waiting != null) {
                runtime.messageEventReceived(SIGNED_ON_PAPER, waiting.getId());
                return true;
            }
            Optional<String> signing = task(instanceId, SIGNING_TASKS);
            signing.ifPresent(task -> tasks.completeBySystem(
                    task, Map.of(DocumentVariables.NUMBER.name(), number, DocumentVariables.DATE.name(), date)));
            return signing.isPresent();
        });
    }

    @Override
    public Set<String> stopped(Set<String> instanceIds) {
        return instanceIds.isEmpty()
                ? Set.of()
                : system.get(() ->
                        runtime
                                .createProcessInstanceQuery()
                                .processInstanceIds(instanceIds)
                                .withIncident()
                                .list()
                                .stream()
                                .map(ProcessInstance::getId)
                                .collect(Collectors.toSet()));
    }

    private Optional<String> task(String instanceId, String... definitionKeys) {
        return Optional.ofNullable(engineTasks
                        .createTaskQuery()
                        .processInstanceId(instanceId)
                        .taskDefinitionKeyIn(definitionKeys)
                        .active()
                        .singleResult())
                .map(Task::getId);
    }
}
