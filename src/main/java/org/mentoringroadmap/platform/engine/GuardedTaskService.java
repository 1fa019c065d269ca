package org.mentoringroadmap.platform.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The engine's task service, which takes from a person only the fields of the task's form ({@link TaskFields}), and lets
 * people claim tasks for themselves alone: whoever a task is given to gets its rights.
 */
final class GuardedTaskService extends TaskServiceImpl {
    @Override
    public void claim(String taskId, String userId) {
        getCommandExecutor().execute(new ClaimCheck(userId));
        super.claim(taskId, userId);
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        check(taskId, variables);
        super.complete(taskId, PlainVariables.of(variables));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        check(taskId, variables);
        return super.completeWithVariablesInReturn(taskId, PlainVariables.of(variables), deserializeValues);
    }

    private void check(String taskId, Map<String, Object> variables) {
        getCommandExecutor().execute(new TaskFields(taskId, variables));
    }
}
