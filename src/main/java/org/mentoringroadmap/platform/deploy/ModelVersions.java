package org.mentoringroadmap.platform.deploy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.mentoringroadmap.roadmap.ElementChange;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Service;

/** The versions of roadmaps, stages, blocks and processes, and how they differ; for administrators of models. */
@Service
public class ModelVersions {
    /** Stands for the shipped file where a version is asked for. */
    public static final String SHIPPED = "shipped";

    /**
     * A version that was deployed.
     *
     * @param number the engine's, the first being 1
     * @param by login of the account that deployed it; null where nobody did, or nobody knows any more
     */
    public record Version(int number, DeployedModels.Source source, LocalDateTime deployedAt, String by) {}

    /**
     * A model with its versions.
     *
     * @param versions the newest first
     * @param shipped whether the release brings a file of this name
     */
    public record Versioned(String key, String title, String file, List<Version> versions, boolean shipped) {}

    private final RepositoryService repository;
    private final ShippedModels shipped;
    private final SystemAuthority system;
    private final AuditTrail trail;
    private final CurrentUser user;
    private final Clock clock;

    ModelVersions(
            RepositoryService repository,
            ShippedModels shipped,
            SystemAuthority system,
            AuditTrail trail,
            CurrentUser user,
            Clock clock) {
        this.repository = repository;
        this.shipped = shipped;
        this.system = system;
        this.trail = trail;
        this.user = user;
        this.clock = clock;
    }

    /**
     * All versions of a model that is drawn.
     *
     * @param key id of its process
     * @throws NotFoundException {@code models.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public Versioned of(String key) {
        user.require(Role.MODEL_ADMINISTRATOR);
        return system.get(() -> {
            List<ProcessDefinition> definitions = definitions(key);
            Map<String, Deployment> deployments = repository.createDeploymentQuery().list().stream()
                    .collect(Collectors.toMap(Deployment::getId, Function.identity()));
            Map<String, String> doers = trail.doers(AuditAct.MODELS_DEPLOYED);
            doers.values().removeIf(CurrentUser.SYSTEM::equals); // the release, which is said by the source
            ProcessDefinition newest = definitions.get(0);
            return new Versioned(
                    key,
                    newest.getName(),
                    newest.getResourceName(),
                    definitions.stream()
                            .map(definition -> version(
                                    definition,
                                    deployments.get(definition.getDeploymentId()),
                                    doers.get(definition.getDeploymentId())))
                            .toList(),
                    shipped.shipped().containsKey(newest.getResourceName()));
        });
    }

    private Version version(ProcessDefinition definition, Deployment deployment, String by) {
        return new Version(
                definition.getVersion(),
                ShippedModels.SOURCE.equals(deployment.getSource())
                        ? DeployedModels.Source.SHIPPED
                        : DeployedModels.Source.DEPLOYED,
                LocalDateTime.ofInstant(deployment.getDeploymentTime().toInstant(), clock.getZone()),
                by);
    }

    /**
     * How two versions of a model differ.
     *
     * @param before number of a version, or {@link #SHIPPED}
     * @param after number of a version, or {@link #SHIPPED}
     * @throws NotFoundException {@code models.unknown}, {@code models.version-unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public List<ElementChange> differences(String key, String before, String after) {
        user.require(Role.MODEL_ADMINISTRATOR);
        return system.get(() -> {
            List<ProcessDefinition> definitions = definitions(key);
            return ElementChange.between(model(definitions, before), model(definitions, after));
        });
    }

    private List<ProcessDefinition> definitions(String key) {
        List<ProcessDefinition> definitions = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .withoutTenantId()
                .orderByProcessDefinitionVersion()
                .desc()
                .list();
        if (definitions.isEmpty()) {
            throw new NotFoundException("models.unknown");
        }
        return definitions;
    }

    private BpmnModelInstance model(List<ProcessDefinition> definitions, String version) {
        Optional<BpmnModelInstance> found = SHIPPED.equals(version)
                ? Optional.ofNullable(shipped.shipped().get(definitions.get(0).getResourceName()))
                        .map(ByteArrayInputStream::new)
                        .map((InputStream content) -> Bpmn.readModelFromStream(content))
                : definitions.stream()
                        .filter(definition ->
                                String.valueOf(definition.getVersion()).equals(version))
                        .findFirst()
                        .map(definition -> repository.getBpmnModelInstance(definition.getId()));
        return found.orElseThrow(() -> new NotFoundException("models.version-unknown"));
    }
}
