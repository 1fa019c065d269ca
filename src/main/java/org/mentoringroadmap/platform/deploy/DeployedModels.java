package org.mentoringroadmap.platform.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.Roadmaps;
import org.mentoringroadmap.roadmap.check.ModelFile;
import org.mentoringroadmap.roadmap.check.ModelProblem;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.SystemAuthority;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/**
 * The models and forms that are in force, for administrators of models: where each comes from, a check of files that nobody
 * deploys, all of them as one archive for Modeler, and the way back to the shipped ones.
 */
@Service
public class DeployedModels {
    /** What a model is for. */
    public enum Kind {
        ROADMAP,
        STAGE,
        BLOCK,
        DECISION,
        FORM
    }

    /** Who brought a model: the release, or an administrator. */
    public enum Source {
        SHIPPED,
        DEPLOYED
    }

    /**
     * A model in force.
     *
     * @param key id of the process, decision or form
     * @param title its name; of a form the names of the tasks that show it, and that of the file where no task does
     * @param file bare file name
     * @param version how many of it were deployed so far
     * @param by login of the account that deployed it; null where nobody did, or nobody knows any more
     * @param differs whether there is a shipped file of this name and it is another one
     */
    public record Model(
            String key,
            String title,
            String file,
            Kind kind,
            int version,
            Source source,
            LocalDateTime deployedAt,
            String by,
            boolean differs) {}

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final ShippedModels shipped;
    private final DeployedContext context;
    private final Roadmaps roadmaps;
    private final ElementTemplates elementTemplates;
    private final SystemAuthority system;
    private final AuditTrail trail;
    private final CurrentUser user;
    private final Clock clock;

    DeployedModels(
            RepositoryService repository,
            ProcessEngineConfigurationImpl engine,
            ShippedModels shipped,
            DeployedContext context,
            Roadmaps roadmaps,
            ElementTemplates elementTemplates,
            SystemAuthority system,
            AuditTrail trail,
            CurrentUser user,
            Clock clock) {
        this.repository = repository;
        this.engine = engine;
        this.shipped = shipped;
        this.context = context;
        this.roadmaps = roadmaps;
        this.elementTemplates = elementTemplates;
        this.system = system;
        this.trail = trail;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What is in force: by kind, then by file.
     *
     * @throws ForbiddenException {@code role.required}
     */
    public List<Model> newest() {
        user.require(Role.MODEL_ADMINISTRATOR);
        return system.get(this::models);
    }

    private List<Model> models() {
        Map<String, Deployment> deployments = deployments();
        Map<String, byte[]> ours = shipped.shipped();
        Map<String, String> doers = trail.doers(AuditAct.MODELS_DEPLOYED);
        doers.values().removeIf(CurrentUser.SYSTEM::equals); // the release, which is said by the source
        List<ProcessDefinition> processes = repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .withoutTenantId()
                .list();
        Set<String> stages = stages(processes);
        List<Model> models = new ArrayList<>();
        processes.forEach(process -> models.add(model(
                process,
                process.isStartableInTasklist()
                        ? Kind.ROADMAP
                        : stages.contains(process.getKey()) ? Kind.STAGE : Kind.BLOCK,
                deployments.get(process.getDeploymentId()),
                doers,
                ours)));
        repository.createDecisionDefinitionQuery().latestVersion().withoutTenantId().list().stream()
                .map(decision ->
                        model(decision, Kind.DECISION, deployments.get(decision.getDeploymentId()), doers, ours))
                .forEach(models::add);
        Map<String, Deployment> newest = shipped.newestByResource();
        Map<String, String> purposes = purposes(processes);
        forms(newest.keySet())
                .forEach((file, version) -> models.add(model(
                        bare(file),
                        purposes.getOrDefault(bare(file), file),
                        file,
                        Kind.FORM,
                        version,
                        newest.get(file),
                        doers,
                        ours)));
        models.sort(Comparator.comparing(Model::kind).thenComparing(Model::file));
        return models;
    }

    private Set<String> stages(List<ProcessDefinition> processes) {
        Set<String> stages = new HashSet<>();
        processes.stream()
                .filter(ProcessDefinition::isStartableInTasklist)
                .flatMap(master -> roadmaps.newestIfAny(master.getKey()).stream())
                .flatMap(Roadmap::processes)
                .forEach(stages::add);
        return stages;
    }

    private Model model(
            ResourceDefinition definition,
            Kind kind,
            Deployment deployment,
            Map<String, String> doers,
            Map<String, byte[]> ours) {
        return model(
                definition.getKey(),
                definition.getName(),
                definition.getResourceName(),
                kind,
                definition.getVersion(),
                deployment,
                doers,
                ours);
    }

    private Model model(
            String key,
            String title,
            String file,
            Kind kind,
            int version,
            Deployment deployment,
            Map<String, String> doers,
            Map<String, byte[]> ours) {
        boolean own = !isOfARelease(deployment);
        return new Model(
                key,
                title,
                file,
                kind,
                version,
                own ? Source.DEPLOYED : Source.SHIPPED,
                LocalDateTime.ofInstant(deployment.getDeploymentTime().toInstant(), clock.getZone()),
                doers.get(deployment.getId()),
                own && ours.containsKey(file) && !Arrays.equals(ours.get(file), shipped.content(deployment, file)));
    }

    /** What forms are for: the names of the tasks that show them, by the id of the form. */
    private Map<String, String> purposes(List<ProcessDefinition> processes) {
        Map<String, Set<String>> names = new HashMap<>();
        for (ProcessDefinition process : processes) {
            BpmnModelInstance model = repository.getBpmnModelInstance(process.getId());
            model.getModelElementsByType(UserTask.class)
                    .forEach(task -> purpose(names, task.getCamundaFormRef(), task.getName(), process));
            model.getModelElementsByType(StartEvent.class)
                    .forEach(start -> purpose(names, start.getCamundaFormRef(), start.getName(), process));
        }
        Map<String, String> purposes = new HashMap<>();
        names.forEach((form, of) -> purposes.put(form, String.join("; ", of)));
        return purposes;
    }

    /** Names of tasks end in the title of their activity, which is another one each time. */
    private static void purpose(Map<String, Set<String>> names, String form, String name, ProcessDefinition process) {
        if (form != null) {
            String fixed = name == null
                    ? ""
                    : name.replaceAll("[:\\s]*\\(?\\$\\{[^}]*}\\)?", "").strip();
            names.computeIfAbsent(form, any -> new TreeSet<>())
                    .add(fixed.isEmpty() ? String.valueOf(process.getName()) : fixed);
        }
    }

    /** Forms have no query of their own: how many deployments have brought each. */
    private Map<String, Integer> forms(Set<String> files) {
        Map<String, Integer> versions = new HashMap<>();
        for (Deployment deployment : repository.createDeploymentQuery().list()) {
            repository.getDeploymentResourceNames(deployment.getId()).stream()
                    .filter(files::contains)
                    .filter(name -> name.endsWith(".form"))
                    .forEach(name -> versions.merge(name, 1, Integer::sum));
        }
        return versions;
    }

    private static String bare(String file) {
        return file.replaceFirst("\\.[^.]*$", "");
    }

    /**
     * Checks files as a deployment of all of them would, and deploys nothing.
     *
     * @return what a deployment would be refused for; empty when it would go ahead
     * @throws ForbiddenException {@code role.required}
     */
    public List<ModelProblem> check(Collection<ModelFile> files) {
        user.require(Role.MODEL_ADMINISTRATOR);
        return engine.getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> EngineReading.check(files, context)));
    }

    /**
     * What models in force would be refused for if they were deployed today: they came before a rule did, or what they rely on
     * has changed since. They stay in force. Nothing is looked at where an administrator has deployed nothing, nor what an
     * earlier release brought and this one does not have any more.
     *
     * @throws ForbiddenException {@code role.required}
     */
    public List<ModelProblem> broken() {
        user.require(Role.MODEL_ADMINISTRATOR);
        Map<String, Deployment> files = system.get(this::inForce);
        if (files.values().stream().allMatch(DeployedModels::isOfARelease)) {
            return List.of();
        }
        Set<String> ours = shipped.shipped().keySet();
        return check(files.entrySet().stream()
                .filter(file -> !isOfARelease(file.getValue()) || ours.contains(file.getKey()))
                .map(file ->
                        new ModelFile(file.getKey(), system.get(() -> shipped.content(file.getValue(), file.getKey()))))
                .toList());
    }

    private static boolean isOfARelease(Deployment deployment) {
        return ShippedModels.SOURCE.equals(deployment.getSource());
    }

    /**
     * Writes what is in force as a ZIP, with the element templates where Modeler looks for them.
     *
     * @throws ForbiddenException {@code role.required}
     */
    public void bundle(OutputStream out) throws IOException {
        user.require(Role.MODEL_ADMINISTRATOR);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, Deployment> file : system.get(this::inForce).entrySet()) {
                put(
                        zip,
                        folder(file.getKey()) + file.getKey(),
                        system.get(() -> shipped.content(file.getValue(), file.getKey())));
            }
            for (Resource template : elementTemplates.all()) {
                put(
                        zip,
                        "processes/" + ElementTemplates.FOLDER + template.getFilename(),
                        elementTemplates.content(template));
            }
        }
    }

    /** Which deployment each file in force comes from; of two of one moment the definitions know which is newer. */
    private Map<String, Deployment> inForce() {
        Map<String, Deployment> files = new TreeMap<>(shipped.newestByResource());
        Map<String, Deployment> deployments = deployments();
        Stream.concat(
                        repository.createProcessDefinitionQuery().latestVersion().withoutTenantId().list().stream(),
                        repository.createDecisionDefinitionQuery().latestVersion().withoutTenantId().list().stream())
                .forEach(definition ->
                        files.put(definition.getResourceName(), deployments.get(definition.getDeploymentId())));
        return files;
    }

    private Map<String, Deployment> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .collect(Collectors.toMap(Deployment::getId, Function.identity()));
    }

    private static String folder(String file) {
        return file.endsWith(".form") ? "forms/" : "processes/";
    }

    private static void put(ZipOutputStream zip, String path, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(content);
        zip.closeEntry();
    }

    /**
     * Brings the shipped file into force again, for years that start from now on.
     *
     * @throws UserInputException {@code models.not-shipped}
     * @throws ForbiddenException {@code role.required}
     */
    public void restore(String file) {
        user.require(Role.MODEL_ADMINISTRATOR);
        byte[] content = Optional.ofNullable(shipped.shipped().get(file))
                .orElseThrow(() -> new UserInputException("models.not-shipped"));
        repository
                .createDeployment()
                .name("mentoring-roadmap")
                .source(ShippedModels.SOURCE)
                .addInputStream(file, new ByteArrayInputStream(content))
                .deploy();
    }
}
