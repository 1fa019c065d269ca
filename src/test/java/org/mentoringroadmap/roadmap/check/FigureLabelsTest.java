package org.mentoringroadmap.roadmap.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.StepFields;

/** Refusals and the inspector's folder call every figure and text by its Russian label. */
class FigureLabelsTest {
    private static final ResourceBundle LABELS = ResourceBundle.getBundle("messages.figure", Locale.ROOT);

    @Test
    void everyFigureOfTheModelsHasALabel() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            List<String> names = files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class))
                    .flatMap(Collection::stream)
                    .flatMap(task -> {
                        Map<String, String> properties = ModelProperties.of(task);
                        return StepFields.parse(name -> Optional.ofNullable(properties.get(name))).names().stream();
                    })
                    .toList();

            assertThat(names)
                    .allSatisfy(name -> assertThat(LABELS.containsKey("figure." + name))
                            .as("messages/figure.properties: figure.%s", name)
                            .isTrue());
        }
    }
}
