package org.mentoringroadmap.platform.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.roadmap.block.ReliedOn;
import org.mentoringroadmap.roadmap.check.ModelChecker;
import org.mentoringroadmap.roadmap.check.ModelFile;
import org.mentoringroadmap.roadmap.check.ModelProblem;
import org.mentoringroadmap.roadmap.check.ModelRule;
import org.mentoringroadmap.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever edits a shipped process keeps the ids by which the application knows its elements. */
@ApplicationTest
class ReliedOnTest {
    private static final Pattern ID =
            Pattern.compile("\"((?:Task|Activity|Event|End|Start|Service|Gateway|Boundary)_[A-Z][A-Za-z]+)\"");

    @Autowired
    private List<ReliedOn> reliedOn;

    @Autowired
    private DeployedContext context;

    @Autowired
    private ProcessEngine engine;

    @Test
    void whateverCodeNamesIsDeclared() throws IOException {
        Set<String> named;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            named = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().endsWith("Blocks.java"))
                    .flatMap(path -> ID.matcher(text(path)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }

        assertThat(declared()).containsAll(named).isNotEmpty();
    }

    @Test
    void whateverIsDeclaredIsShipped() {
        reliedOn.forEach(relied -> assertThat(text(model(relied.process())))
                .as(relied.process())
                .contains(relied.elements().stream().map("id=\"%s\""::formatted).toArray(String[]::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"document-approval", "questionnaire-campaign", "meeting", "consent-renewal", "activity"})
    void aProcessWhoseElementsHaveOtherIdsIsRefusedInWords(String process) {
        Set<String> ids = context.reliedOn(process);
        String edited = text(model(process));
        for (String id : ids) {
            edited = edited.replace("\"" + id + "\"", "\"Activity_1axqyqj" + id.length() + "\"");
        }

        List<ModelFile> files = List.of(ModelFile.of(process + ".bpmn", edited));
        List<ModelProblem> problems = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> new ModelChecker().check(files, context)));

        assertThat(problems)
                .filteredOn(problem -> problem.rule() == ModelRule.RELIED_ON)
                .hasSize(ids.size());
        assertThat(problems)
                .filteredOn(problem -> problem.rule() == ModelRule.RELIED_ON)
                .allSatisfy(problem -> assertThat(problem.advice())
                        .contains("верните прежний")
                        .containsAnyOf(ids.toArray(String[]::new)));
    }

    private Set<String> declared() {
        return reliedOn.stream().flatMap(relied -> relied.elements().stream()).collect(Collectors.toSet());
    }

    private static Path model(String process) {
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            return models.filter(path -> path.getFileName().toString().equals(process + ".bpmn"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
