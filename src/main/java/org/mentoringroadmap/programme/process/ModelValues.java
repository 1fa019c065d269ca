package org.mentoringroadmap.programme.process;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDecorator;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.springframework.stereotype.Component;

/** What the models of running processes say at this moment, worked out as the engine does it. */
@Component
class ModelValues {
    private final ProcessEngineConfigurationImpl engine;

    ModelValues(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** What the call activity that has called a process works out and hands in to it; what stands there is no part of it. */
    Map<String, Object> handedIn(String calledInstance) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            ExecutionEntity execution = context.getExecutionManager()
                    .findExecutionById(calledInstance)
                    .getSuperExecution();
            if (execution == null
                    || execution.getActivity() == null
                    || !(execution.getActivity().getActivityBehavior() instanceof CallActivityBehavior behavior)) {
                return Map.of();
            }
            Map<String, Object> handedIn =
                    new HashMap<>(behavior.getCallableElement().getInputVariables(execution));
            if (execution.getBpmnModelElementInstance() instanceof CallActivity call) {
                handedIn.keySet().removeAll(RunningParameters.constants(call).keySet());
            }
            return handedIn;
        });
    }

    /** What the element that has called a process says under this name; empty where it says nothing, or nothing has. */
    Optional<String> saidByCaller(String calledInstance, String property) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> Optional.ofNullable(context.getExecutionManager()
                                .findExecutionById(calledInstance)
                                .getSuperExecution())
                        .map(ExecutionEntity::getBpmnModelElementInstance)
                        .map(element -> ModelProperties.of(element).get(property)));
    }

    /** What its model gives an open task. */
    TaskValues of(String taskId) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            ExecutionEntity execution = task.getExecution();
            TaskDefinition definition = task.getTaskDefinition();
            TaskEntity given = new TaskEntity();
            new Given(definition, engine).decorate(given, execution);
            return new TaskValues(
                    given.getName(),
                    given.getDescription(),
                    given.getDueDate(),
                    given.getFollowUpDate(),
                    groups(definition, execution));
        });
    }

    private static Set<String> groups(TaskDefinition definition, ExecutionEntity execution) {
        return definition.getCandidateGroupIdExpressions().stream()
                .map(expression -> expression.getValue(execution))
                .flatMap(value -> value instanceof Collection<?> several
                        ? several.stream().map(String::valueOf)
                        : Arrays.stream(String.valueOf(value).split(",")).map(String::strip))
                .flatMap(group -> group.isEmpty() ? Stream.empty() : Stream.of(group))
                .collect(Collectors.toSet());
    }

    /** Without the people, who would be written down at once. */
    private static class Given extends TaskDecorator {
        Given(TaskDefinition definition, ProcessEngineConfigurationImpl engine) {
            super(definition, engine.getExpressionManager());
        }

        void decorate(TaskEntity task, ExecutionEntity execution) {
            initializeTaskName(task, execution);
            initializeTaskDescription(task, execution);
            initializeTaskDueDate(task, execution);
            initializeTaskFollowUpDate(task, execution);
        }
    }
}
