package org.mentoringroadmap.platform.deploy;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.mentoringroadmap.roadmap.ElementChange;
import org.mentoringroadmap.roadmap.compare.FileChanges;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Service;

/** The versions of models, tables of decisions and forms, and how they differ; for administrators of models. */
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

    private static final String FORM = ".form";
    private static final String TABLE = ".dmn";

    private final RepositoryService repository;
    private final DeployedModels models;
    private final ShippedModels shipped;
    private final SystemAuthority system;
    private final AuditTrail trail;
    private final CurrentUser user;
    private final Clock clock;

    ModelVersions(
            RepositoryService repository,
            DeployedModels models,
            ShippedModels shipped,
            SystemAuthority system,
            AuditTrail trail,
            CurrentUser user,
            Clock clock) {
        this.repository = repository;
        this.models = models;
        this.shipped = shipped;
        this.system = system;
        this.trail = trail;
        this.user = user;
        this.clock = clock;
    }

    /** A version as it is kept; {@code number} is the engine's. */
    private record Kept(int number, Deployment deployment) {}

    /**
     * All versions of a model, table of decisions or form.
     *
     * @param key id of the process; of what is not drawn the name of its file
     * @throws NotFoundException {@code models.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public Versioned of(String key) {
        user.require(Role.MODEL_ADMINISTRATOR);
        String title = isDrawn(key) ? null : titleInList(key);
        return system.get(() -> {
            String file = file(key);
            Map<String, String> doers = trail.doers(AuditAct.MODELS_DEPLOYED);
            doers.values().removeIf(CurrentUser.SYSTEM::equals); // the release, which is said by the source
            return new Versioned(
                    key,
                    title == null ? definitions(key).get(0).getName() : title,
                    file,
                    kept(key, file).stream()
                            .map(one -> version(one, doers.get(one.deployment().getId())))
                            .toList(),
                    shipped.shipped().containsKey(file));
        });
    }

    private Version version(Kept kept, String by) {
        return new Version(
                kept.number(),
                ShippedModels.SOURCE.equals(kept.deployment().getSource())
                        ? DeployedModels.Source.SHIPPED
                        : DeployedModels.Source.DEPLOYED,
                LocalDateTime.ofInstant(kept.deployment().getDeploymentTime().toInstant(), clock.getZone()),
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
            String file = file(key);
            List<Kept> kept = kept(key, file);
            return FileChanges.between(file, content(kept, file, before), content(kept, file, after));
        });
    }

    /** Whether it is drawn, and so known by the id of its process. */
    public static boolean isDrawn(String key) {
        return !key.endsWith(FORM) && !key.endsWith(TABLE);
    }

    private String file(String key) {
        if (!isDrawn(key)) {
            return key;
        }
        return definitions(key).stream()
                .findFirst()
                .map(ProcessDefinition::getResourceName)
                .orElseThrow(() -> new NotFoundException("models.unknown"));
    }

    /** What the list of models calls a form or a table. */
    private String titleInList(String file) {
        return models.newest().stream()
                .filter(model -> model.file().equals(file))
                .map(DeployedModels.Model::title)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("models.unknown"));
    }

    /** The newest first. */
    private List<Kept> kept(String key, String file) {
        List<Kept> kept = key.endsWith(FORM) ? forms(file) : drawnOrTable(key, file);
        if (kept.isEmpty()) {
            throw new NotFoundException("models.unknown");
        }
        return kept;
    }

    private List<Kept> drawnOrTable(String key, String file) {
        Map<String, Deployment> deployments = repository.createDeploymentQuery().list().stream()
                .collect(Collectors.toMap(Deployment::getId, Function.identity()));
        List<? extends ResourceDefinition> definitions = isDrawn(key)
                ? definitions(key)
                : repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionResourceName(file)
                        .withoutTenantId()
                        .orderByDecisionDefinitionVersion()
                        .desc()
                        .list();
        return definitions.stream()
                .map(one -> new Kept(one.getVersion(), deployments.get(one.getDeploymentId())))
                .toList();
    }

    /** The engine has no query for forms: each deployment that has brought this one is a version. */
    private List<Kept> forms(String file) {
        List<Deployment> deployments = shipped.inOrder().stream()
                .filter(one ->
                        repository.getDeploymentResourceNames(one.getId()).contains(file))
                .toList();
        List<Kept> forms = new ArrayList<>();
        for (int i = deployments.size(); i > 0; i--) {
            forms.add(new Kept(i, deployments.get(i - 1)));
        }
        return forms;
    }

    private List<ProcessDefinition> definitions(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .withoutTenantId()
                .orderByProcessDefinitionVersion()
                .desc()
                .list();
    }

    private byte[] content(List<Kept> kept, String file, String version) {
        Optional<byte[]> found = SHIPPED.equals(version)
                ? Optional.ofNullable(shipped.shipped().get(file))
                : kept.stream()
                        .filter(one -> String.valueOf(one.number()).equals(version))
                        .findFirst()
                        .map(one -> shipped.content(one.deployment(), file));
        return found.orElseThrow(() -> new NotFoundException("models.version-unknown"));
    }
}
