package org.mentoringroadmap.questionnaire.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.mentoringroadmap.questionnaire.QuestionnaireFiles;
import org.mentoringroadmap.questionnaire.QuestionnaireReader;
import org.mentoringroadmap.roadmap.check.ModelChecker;
import org.mentoringroadmap.roadmap.check.ModelContext;
import org.mentoringroadmap.roadmap.check.ModelFile;
import org.mentoringroadmap.roadmap.check.ModelProblem;
import org.springframework.stereotype.Component;

/** Reads and deploys forms through the engine, which has no public query for those that no task shows. */
@Component
class DeployedQuestionnaires implements QuestionnaireFiles {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String ENDING = ".form";

    private final ProcessEngineConfigurationImpl engine;
    private final RepositoryService repository;
    private final ModelContext context;

    /** Names of the files of a deployment never change. */
    private final Cache<String, List<String>> names =
            Caffeine.newBuilder().maximumSize(1_000).build();

    DeployedQuestionnaires(ProcessEngineConfigurationImpl engine, RepositoryService repository, ModelContext context) {
        this.engine = engine;
        this.repository = repository;
        this.context = context;
    }

    private <T> T inside(Command<T> command) {
        return engine.getCommandExecutorTxRequired()
                .execute(outer -> outer.runWithoutAuthorization(() -> command.execute(outer)));
    }

    @Override
    public Optional<String> newest(String key) {
        return inside(command -> newest(command, key));
    }

    private static Optional<String> newest(CommandContext command, String key) {
        return Optional.ofNullable(command.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key))
                .map(form -> command.getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(form.getDeploymentId(), form.getResourceName()))
                .map(ResourceEntity::getBytes)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .map(text -> text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    @Override
    public Map<String, String> questionnaires() {
        return inside(command -> {
            TreeSet<String> keys = new TreeSet<>();
            for (Deployment deployment : repository.createDeploymentQuery().list()) {
                names.get(deployment.getId(), repository::getDeploymentResourceNames).stream()
                        .filter(name -> name.endsWith(ENDING))
                        .forEach(name -> keys.add(name.substring(0, name.length() - ENDING.length())));
            }
            Map<String, String> found = new LinkedHashMap<>();
            keys.forEach(key -> newest(command, key)
                    .filter(form -> QuestionnaireReader.read(form).isPresent())
                    .ifPresent(form -> found.put(key, form)));
            return found;
        });
    }

    @Override
    public List<String> deploy(String key, String content) {
        return inside(command -> {
            String file = key + ENDING;
            List<ModelProblem> problems = new ModelChecker().check(List.of(ModelFile.of(file, content)), context);
            if (problems.isEmpty()) {
                repository
                        .createDeployment()
                        .name(file)
                        .addString(file, content)
                        .deploy();
            }
            return problems.stream().map(DeployedQuestionnaires::words).toList();
        });
    }

    /** Whoever words a questionnaire on a page knows no ids. */
    private static String words(ModelProblem problem) {
        return problem.elementName() == null || problem.elementName().isBlank()
                ? problem.advice()
                : "«" + problem.elementName() + "»: " + problem.advice();
    }
}
