package org.mentoringroadmap.platform.engine;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.util.EnsureUtil;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The engine's form service, which takes from a person only the fields of the task's form ({@link TaskFields}), and shows a
 * task in the form that it was created with ({@link FormOfTask}).
 */
final class GuardedFormService extends FormServiceImpl {
    /** @throws NullValueException for a task that is not there any more */
    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        getCommandExecutor().execute(context -> {
            EnsureUtil.ensureNotNull(
                    "Cannot find task with id " + taskId,
                    "task",
                    context.getTaskManager().findTaskById(taskId));
            return null;
        });
        return getCommandExecutor().execute(new FormOfTask(taskId));
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        getCommandExecutor().execute(new TaskFields(taskId, properties));
        super.submitTaskForm(taskId, PlainVariables.of(properties));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        getCommandExecutor().execute(new TaskFields(taskId, properties));
        return super.submitTaskFormWithVariablesInReturn(taskId, PlainVariables.of(properties), deserializeValues);
    }
}
