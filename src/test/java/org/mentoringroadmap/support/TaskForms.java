package org.mentoringroadmap.support;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.task.Task;

/** Fills the forms of tasks, by the types of their fields, for a test that completes them in the engine itself. */
public final class TaskForms {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TaskForms() {}

    /** What the task's form asks for; a task that a page of ours completes is done on this day. */
    public static Map<String, Object> fill(FormService forms, Task task, LocalDate today) {
        if (forms.getTaskFormData(task.getId()).getCamundaFormRef() == null) {
            return Map.of("outcome", "done", "date", today.toString());
        }
        try (InputStream form = forms.getDeployedTaskForm(task.getId())) {
            Map<String, Object> values = new HashMap<>();
            JsonNode filled = FormFiller.fill(JSON.readTree(form), today);
            for (var field : (Iterable<Map.Entry<String, JsonNode>>) filled::fields) {
                values.put(field.getKey(), value(field.getValue()));
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(JsonNode variable) throws IOException {
        JsonNode value = variable.path("value");
        return variable.has("type")
                ? JSON.readValue(value.asText(), new TypeReference<List<String>>() {})
                : JSON.treeToValue(value, Object.class);
    }
}
