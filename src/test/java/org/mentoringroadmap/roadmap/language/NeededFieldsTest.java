package org.mentoringroadmap.roadmap.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.document.approval.Decision;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.roadmap.FormShape;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.withdrawal.Erasure;

/** The words and needs that are listed are those of the listeners and of the shipped forms. */
class NeededFieldsTest {
    @Test
    void theWordsAreThoseThatCodeReads() {
        Map<String, Set<String>> words = NeededFields.words();

        assertThat(words.get("outcome")).isEqualTo(ids(Outcome.values(), Outcome::id));
        assertThat(words.get("decision")).isEqualTo(ids(Decision.values(), Decision::id));
        assertThat(words.get("erasure")).isEqualTo(ids(Erasure.values(), Erasure::id));
        assertThat(words.get("mentoringForms")).isEqualTo(ids(MentoringForm.values(), MentoringForm::id));
    }

    private static <T> Set<String> ids(T[] values, java.util.function.Function<T, String> id) {
        return new HashSet<>(Arrays.stream(values).map(id).toList());
    }

    /** What is needed must be given: each is asked for by every shipped form, as something that must be given when it is shown. */
    @Test
    void theShippedFormsAskForIt() throws IOException {
        Map<String, FormShape> forms = new HashMap<>();
        for (Path file : files("forms/tasks", ".form")) {
            forms.put(file.getFileName().toString().replace(".form", ""), FormShape.of(Files.readAllBytes(file)));
        }
        int looked = 0;
        for (Path file : files("processes", ".bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                String form = ModelProperties.attribute(task, "formRef");
                if (form != null) {
                    Set<String> needed = needed(List.of(model), form, outcomes(forms.get(form)));
                    assertThat(forms.get(form).names())
                            .as("%s of %s", form, file)
                            .containsAll(needed);
                    looked += needed.size();
                }
            }
        }
        assertThat(looked).isGreaterThan(100);
    }

    /** Whatever a shipped form makes a person give whenever it is shown has a listener that needs it, or a declared name. */
    @Test
    void whatMustAlwaysBeGivenIsNeeded() throws IOException {
        Map<String, Set<String>> needed = new HashMap<>();
        List<BpmnModelInstance> models = files("processes", ".bpmn").stream()
                .map(file -> Bpmn.readModelFromFile(file.toFile()))
                .toList();
        for (Path file : files("forms/tasks", ".form")) {
            String form = file.getFileName().toString().replace(".form", "");
            FormShape shape = FormShape.of(Files.readAllBytes(file));
            boolean shown = models.stream()
                    .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                    .anyMatch(task -> form.equals(ModelProperties.attribute(task, "formRef")));
            if (shown) {
                Set<String> left = new HashSet<>(shape.required());
                left.removeAll(needed(models, form, outcomes(shape)));
                needed.put(form, left);
            }
        }
        needed.values().removeIf(Set::isEmpty);
        assertThat(needed)
                .as("what is left has a value that is taken where none is given, or is not looked at")
                .isEqualTo(Map.of(
                        "campaign-open", Set.of("way"),
                        "interview-invite", Set.of("way"),
                        "monitoring-compare", Set.of("way", "improved"),
                        "search-support", Set.of("date")));
    }

    private static Set<String> outcomes(FormShape form) {
        Set<String> outcomes = new HashSet<>();
        if (form.names().contains("outcome")) {
            form.fields()
                    .get("outcome")
                    .settings()
                    .path("values")
                    .forEach(option -> outcomes.add(option.path("value").asText()));
        }
        return outcomes;
    }

    private static Set<String> needed(List<BpmnModelInstance> models, String form, Set<String> outcomes) {
        Set<String> needed = new HashSet<>(NeededFields.byListeners(models.stream(), form, outcomes));
        needed.addAll(NeededFields.declared(models.stream(), form));
        return needed;
    }

    private static List<Path> files(String folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }
}
