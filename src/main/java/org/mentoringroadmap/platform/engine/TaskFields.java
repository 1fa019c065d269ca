package org.mentoringroadmap.platform.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.mentoringroadmap.roadmap.FormShape;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.StepFields;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.UserInputException;

/**
 * What a person may send with a task: the fields of its form, the figures and texts that its model declares, and the few
 * with which every activity can be closed. Ids and flags that a process carries can therefore not be overwritten from
 * outside.
 */
final class TaskFields implements Command<Void> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PLAIN_TYPE = "java\\.(lang|util)\\.[\\w.<>,]+";

    private final String taskId;
    private final Map<String, ?> variables;

    TaskFields(String taskId, Map<String, ?> variables) {
        this.taskId = taskId;
        this.variables = variables;
    }

    /**
     * @throws UserInputException {@code task.field} for the first field that the task's form does not have; {@code error.input}
     *     for a value that no form sends
     * @throws NotFoundException {@code task.unknown} when the task is done already
     */
    @Override
    public Void execute(CommandContext context) {
        if (variables != null && isPerson(context.getAuthentication())) {
            if (!variables.keySet().stream().allMatch(this::isReadable)) {
                throw new UserInputException("error.input");
            }
            if (!OutcomeFields.ALL.containsAll(variables.keySet())) {
                check(context);
            }
        }
        return null;
    }

    /** What cannot be read fails where somebody reads it, with what was typed in the trace; a file is read by nobody. */
    private boolean isReadable(String name) {
        TypedValue value = variables instanceof VariableMap typed ? typed.getValueTyped(name) : null;
        if (value instanceof SerializableValue object && !object.isDeserialized()) {
            return isPlainJson(object);
        }
        return value == null || value.getType() != ValueType.FILE && value.getType() != ValueType.BYTES;
    }

    private static boolean isPlainJson(SerializableValue value) {
        if (value instanceof ObjectValue object
                && (!"application/json".equals(object.getSerializationDataFormat())
                        || !String.valueOf(object.getObjectTypeName()).matches(PLAIN_TYPE))) {
            return false;
        }
        try {
            return value.getValueSerialized() != null
                    && !JSON.readTree(value.getValueSerialized()).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private void check(CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            throw new NotFoundException("task.unknown");
        }
        Set<String> allowed = new HashSet<>(OutcomeFields.ALL);
        allowed.addAll(declared(task));
        if (allowed.containsAll(variables.keySet())) {
            return; // a form is not looked for where a page carries the task: its absence would end the transaction
        }
        allowed.addAll(form(context.getProcessEngineConfiguration().getFormService()));
        variables.keySet().stream()
                .filter(name -> !allowed.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UserInputException("task.field", name);
                });
    }

    /** Whether a person acts, and not the application itself or a job. */
    static boolean isPerson(Authentication user) {
        return user != null && user.getUserId() != null;
    }

    private Set<String> form(FormService forms) {
        try (InputStream form = forms.getDeployedTaskForm(taskId)) {
            return FormShape.of(form.readAllBytes()).names();
        } catch (BadUserRequestException e) {
            return Set.of(); // carried by a page, or by a form that was deleted
        } catch (IOException e) {
            throw new IllegalStateException("The form of a task cannot be read", e);
        }
    }

    /** A page of ours shows what the model declares; it has no form in which a field could be missing. */
    private static List<String> declared(TaskEntity task) {
        if (task.getProcessDefinitionId() == null) {
            return List.of(); // of no process
        }
        return StepFields.parse(name -> Optional.ofNullable(
                        ModelProperties.of(task.getBpmnModelElementInstance()).get(name)))
                .names();
    }
}
