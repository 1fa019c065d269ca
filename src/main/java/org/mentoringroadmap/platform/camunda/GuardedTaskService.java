package org.mentoringroadmap.platform.camunda;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's task service, which takes from a person only the fields of the task's form ({@link TaskFields}). */
final class GuardedTaskService extends TaskServiceImpl {
    private final Supplier<FormService> forms;

    GuardedTaskService(Supplier<FormService> forms) {
        this.forms = forms;
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        TaskFields.check(commandExecutor, forms.get(), taskId, variables);
        super.complete(taskId, variables);
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        TaskFields.check(commandExecutor, forms.get(), taskId, variables);
        return super.completeWithVariablesInReturn(taskId, variables, deserializeValues);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        TaskFields.check(commandExecutor, forms.get(), taskId, variables);
        super.resolveTask(taskId, variables);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
        TaskFields.check(commandExecutor, forms.get(), taskId, variables);
        super.handleBpmnError(taskId, errorCode, errorMessage, variables);
    }
}
