package org.mentoringroadmap.platform.engine;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.StepFields;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.UserInputException;

/**
 * What a person may send with a task: the fields of its form, the figures and texts that its model declares, and the few
 * with which every activity can be closed. Ids and flags that a process carries can therefore not be overwritten from
 * outside.
 */
final class TaskFields implements Command<Void> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String taskId;
    private final Map<String, ?> variables;

    TaskFields(String taskId, Map<String, ?> variables) {
        this.taskId = taskId;
        this.variables = variables;
    }

    /** @throws UserInputException {@code task.field} for the first field that the task's form does not have */
    @Override
    public Void execute(CommandContext context) {
        if (variables != null
                && !OutcomeFields.ALL.containsAll(variables.keySet())
                && isPerson(context.getAuthentication())) {
            check(context);
        }
        return null;
    }

    private void check(CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            return; // whoever ends it is told that it is gone
        }
        Set<String> allowed = new HashSet<>(OutcomeFields.ALL);
        allowed.addAll(declared(task));
        if (allowed.containsAll(variables.keySet())) {
            return; // a form is not looked for where a page carries the task: its absence would end the transaction
        }
        collect(form(context.getProcessEngineConfiguration().getFormService()), allowed);
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

    private JsonNode form(FormService forms) {
        try (InputStream form = forms.getDeployedTaskForm(taskId)) {
            return JSON.readTree(form);
        } catch (BadUserRequestException e) {
            return JSON.createObjectNode(); // carried by a page
        } catch (IOException e) {
            throw new IllegalStateException("The form of a task cannot be read", e);
        }
    }

    /** A page of ours shows what the model declares; it has no form in which a field could be missing. */
    private static List<String> declared(TaskEntity task) {
        return StepFields.parse(name -> Optional.ofNullable(
                        ModelProperties.of(task.getBpmnModelElementInstance()).get(name)))
                .names();
    }

    private static void collect(JsonNode component, Set<String> keys) {
        if (component.hasNonNull("key")) {
            keys.add(component.get("key").asText());
        }
        component.path("components").forEach(child -> collect(child, keys));
    }
}
