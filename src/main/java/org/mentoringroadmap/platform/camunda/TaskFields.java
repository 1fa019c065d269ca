package org.mentoringroadmap.platform.camunda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.mentoringroadmap.shared.UserInputException;

/**
 * What a person may send with a task: the fields of its form, and the few with which every activity can be closed. Ids
 * and flags that a process carries can therefore not be overwritten from outside.
 */
final class TaskFields {
    private static final Set<String> CLOSING = Set.of("outcome", "note", "date", "number", "link");
    private static final ObjectMapper JSON = new ObjectMapper();

    private TaskFields() {}

    /**
     * Checks inside a command, so that the refusal comes out as every other one does ({@link UserInputInterceptor}).
     *
     * @throws UserInputException {@code task.field} for the first field that the task's form does not have
     */
    static void check(CommandExecutor commands, FormService forms, String taskId, Map<String, ?> variables) {
        commands.execute(context -> {
            check(forms, taskId, variables);
            return null;
        });
    }

    private static void check(FormService forms, String taskId, Map<String, ?> variables) {
        if (variables == null || CLOSING.containsAll(variables.keySet()) || !calledByPerson()) {
            return;
        }
        Set<String> allowed = new HashSet<>(CLOSING);
        collect(form(forms, taskId), allowed);
        variables.keySet().stream()
                .filter(name -> !allowed.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UserInputException("task.field", name);
                });
    }

    private static boolean calledByPerson() {
        return Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication() != null;
    }

    private static JsonNode form(FormService forms, String taskId) {
        try (InputStream form = forms.getDeployedTaskForm(taskId)) {
            return JSON.readTree(form);
        } catch (BadUserRequestException e) {
            return JSON.createObjectNode(); // carried by a page
        } catch (IOException e) {
            throw new IllegalStateException("The form of a task cannot be read", e);
        }
    }

    private static void collect(JsonNode component, Set<String> keys) {
        if (component.hasNonNull("key")) {
            keys.add(component.get("key").asText());
        }
        component.path("components").forEach(child -> collect(child, keys));
    }
}
