package org.mentoringroadmap.taskform.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.mentoringroadmap.shared.SystemAuthority;
import org.mentoringroadmap.taskform.TaskFormSource;
import org.springframework.stereotype.Component;

/** The forms that the engine keeps for its tasks. */
@Component
class EngineTaskForms implements TaskFormSource {
    private final FormService forms;
    private final TaskService tasks;
    private final SystemAuthority system;

    EngineTaskForms(FormService forms, TaskService tasks, SystemAuthority system) {
        this.forms = forms;
        this.tasks = tasks;
        this.system = system;
    }

    @Override
    public Optional<byte[]> form(String taskId) {
        return system.get(() -> {
            try (InputStream form = forms.getDeployedTaskForm(taskId)) {
                return Optional.of(form.readAllBytes());
            } catch (BadUserRequestException none) {
                return Optional.empty(); // carried by a page, or by nothing
            } catch (IOException e) {
                throw new UncheckedIOException("The form of a task cannot be read", e);
            }
        });
    }

    @Override
    public Map<String, Object> values(String taskId) {
        return system.get(() -> new HashMap<>(tasks.getVariables(taskId)));
    }

    @Override
    public Object evaluate(String expression, Map<String, Object> values) {
        EvaluationResult result = Feel.ENGINE.evaluateExpression(expression, values);
        return result.isSuccess() ? result.result() : null;
    }

    /** Dear to make. */
    private static final class Feel {
        static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
    }
}
