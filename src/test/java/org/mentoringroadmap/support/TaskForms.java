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
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.task.Task;

/** Fills the forms of tasks, by the types of their fields, for a test that completes them in the engine itself. */
public final class TaskForms {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a school types on the pages of the registers that it keeps on paper. */
    private static final Map<String, Map<String, Object>> ON_PAPER = Map.of(
            "/tasks/register", Map.of("included", 12, "withoutConsent", 1),
            "/tasks/consents", Map.of("needed", 12, "received", 11, "refused", 1),
            "/tasks/matching", Map.of("mentees", 12, "mentors", 10, "candidates", 20),
            "/tasks/pairs", Map.of("pairs", 3, "groups", 3, "unmatched", 3, "supportNeeded", 3));

    private TaskForms() {}

    /** What the task's form asks for; a task that a page of ours completes is done on this day. */
    public static Map<String, Object> fill(FormService forms, Task task, LocalDate today) {
        return fill(forms, task, today, Map.of());
    }

    /** The same, with other answers than the first to some of the form's choices. */
    public static Map<String, Object> fill(FormService forms, Task task, LocalDate today, Map<String, String> chosen) {
        TaskFormData data = forms.getTaskFormData(task.getId());
        if (data.getCamundaFormRef() == null) {
            return onPage(data.getFormKey(), today);
        }
        try (InputStream form = forms.getDeployedTaskForm(task.getId())) {
            Map<String, Object> values = new HashMap<>();
            JsonNode filled = FormFiller.fill(JSON.readTree(form), today, chosen);
            for (var field : (Iterable<Map.Entry<String, JsonNode>>) filled::fields) {
                values.put(field.getKey(), value(field.getValue()));
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a page of ours sends where its task is done on this day. */
    static Map<String, Object> onPage(String formKey, LocalDate today) {
        Map<String, Object> values = new HashMap<>(ON_PAPER.getOrDefault(formKey, Map.of()));
        values.put("outcome", "done");
        values.put("date", today.toString());
        return values;
    }

    private static Object value(JsonNode variable) throws IOException {
        JsonNode value = variable.path("value");
        return variable.has("type")
                ? JSON.readValue(value.asText(), new TypeReference<List<String>>() {})
                : JSON.treeToValue(value, Object.class);
    }
}
