package org.mentoringroadmap.questionnaire.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.Resource;
import org.mentoringroadmap.questionnaire.QuestionnaireFiles;
import org.mentoringroadmap.questionnaire.QuestionnaireReader;
import org.mentoringroadmap.roadmap.check.ModelChecker;
import org.mentoringroadmap.roadmap.check.ModelContext;
import org.mentoringroadmap.roadmap.check.ModelFile;
import org.mentoringroadmap.roadmap.check.ModelProblem;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Component;

/** Reads and deploys forms through the engine, which has no public query for those that no task shows. */
@Component
class DeployedQuestionnaires implements QuestionnaireFiles {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String ENDING = ".form";
    private static final String MODEL = ".bpmn";

    /** Stands for the form of a task. */
    private static final String NO_QUESTIONNAIRE = "";

    private final ProcessEngineConfigurationImpl engine;
    private final RepositoryService repository;
    private final ModelContext context;
    private final SystemAuthority system;

    /** Forms of a deployment by key; they never change. A deployment of one file more is another one. */
    private final Cache<String, Map<String, String>> brought =
            Caffeine.newBuilder().maximumSize(500).build();

    DeployedQuestionnaires(
            ProcessEngineConfigurationImpl engine,
            RepositoryService repository,
            ModelContext context,
            SystemAuthority system) {
        this.engine = engine;
        this.repository = repository;
        this.context = context;
        this.system = system;
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
                .map(DeployedQuestionnaires::text);
    }

    /** The newest deployment that has brought a file brings the form that is in force. */
    @Override
    public Map<String, String> questionnaires() {
        return inside(command -> {
            Map<String, String> newest = new TreeMap<>();
            repository
                    .createDeploymentQuery()
                    .orderByDeploymentTime()
                    .asc()
                    .list()
                    .forEach(deployment -> newest.putAll(brought.get(deployment.getId(), this::formsOf)));
            newest.values().removeIf(form -> form.equals(NO_QUESTIONNAIRE));
            return newest;
        });
    }

    private Map<String, String> formsOf(String deploymentId) {
        Map<String, String> forms = new HashMap<>();
        for (Resource file : repository.getDeploymentResources(deploymentId)) {
            if (file.getName().endsWith(ENDING)) {
                String form = text(((ResourceEntity) file).getBytes());
                forms.put(
                        file.getName().substring(0, file.getName().length() - ENDING.length()),
                        QuestionnaireReader.read(form).isPresent() ? form : NO_QUESTIONNAIRE);
            }
        }
        return forms;
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Whoever may word a questionnaire has no right to deploy models: the application deploys what has passed the check. */
    @Override
    public List<String> deploy(String key, String content) {
        String file = key + ENDING;
        List<ModelProblem> problems =
                inside(command -> new ModelChecker().check(List.of(ModelFile.of(file, content)), context));
        if (problems.isEmpty()) {
            system.run(() -> repository
                    .createDeployment()
                    .name(file)
                    .addString(file, content)
                    .deploy());
        }
        return problems.stream().map(DeployedQuestionnaires::words).toList();
    }

    @Override
    public boolean isNamedByModels(String key) {
        return inside(command -> repository.createDeploymentQuery().list().stream()
                .flatMap(deployment -> repository.getDeploymentResources(deployment.getId()).stream())
                .filter(file -> file.getName().endsWith(MODEL))
                .anyMatch(file -> text(((ResourceEntity) file).getBytes()).contains(key)));
    }

    /** What brings other files too, from Modeler for one, stays. */
    @Override
    public void undeploy(String key) {
        String file = key + ENDING;
        system.run(() -> repository.createDeploymentQuery().deploymentName(file).list().stream()
                .map(Deployment::getId)
                .filter(id -> List.of(file).equals(repository.getDeploymentResourceNames(id)))
                .forEach(repository::deleteDeployment));
    }

    /** Whoever words a questionnaire on a page knows no ids. */
    private static String words(ModelProblem problem) {
        return problem.elementName() == null || problem.elementName().isBlank()
                ? problem.advice()
                : "«" + problem.elementName() + "»: " + problem.advice();
    }
}
