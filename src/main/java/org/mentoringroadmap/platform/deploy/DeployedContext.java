package org.mentoringroadmap.platform.deploy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.mentoringroadmap.roadmap.TakenFields;
import org.mentoringroadmap.roadmap.block.AskedTable;
import org.mentoringroadmap.roadmap.block.BlockChoice;
import org.mentoringroadmap.roadmap.block.BlockParameter;
import org.mentoringroadmap.roadmap.block.ReliedOn;
import org.mentoringroadmap.roadmap.check.ModelContext;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a model that is about to be deployed may refer to: some of our beans, our pages, the roles, what the engine holds. */
@Component
class DeployedContext implements ModelContext {
    private final ModelBeans beans;
    private final RepositoryService repository;
    private final SystemAuthority system;
    private final ObjectProvider<RequestMappingHandlerMapping> pages;
    private final List<BlockChoice> choices;
    private final List<BlockParameter> parameters;
    private final List<ReliedOn> reliedOn;
    private final List<AskedTable> tables;
    private final ObjectProvider<OwnRoles> roles;

    DeployedContext(
            ModelBeans beans,
            @Lazy RepositoryService repository,
            SystemAuthority system,
            ObjectProvider<RequestMappingHandlerMapping> pages,
            List<BlockChoice> choices,
            List<BlockParameter> parameters,
            List<ReliedOn> reliedOn,
            List<AskedTable> tables,
            ObjectProvider<OwnRoles> roles) {
        this.beans = beans;
        this.repository = repository;
        this.system = system;
        this.pages = pages;
        this.choices = choices;
        this.parameters = parameters;
        this.reliedOn = reliedOn;
        this.tables = tables;
        this.roles = roles;
    }

    @Override
    public boolean beanExists(String name) {
        return beans.isOffered(name);
    }

    @Override
    public boolean isTaken(String name) {
        return beans.isTaken(name);
    }

    /** Asked inside a deployment only; the engine has no public query for forms. */
    @Override
    public boolean formExists(String key) {
        return Context.getCommandContext().getCamundaFormDefinitionManager().findLatestDefinitionByKey(key) != null;
    }

    @Override
    public Optional<byte[]> form(String key) {
        CommandContext context = Context.getCommandContext();
        return Optional.ofNullable(context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key))
                .map(form -> context.getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(form.getDeploymentId(), form.getResourceName()))
                .map(ResourceEntity::getBytes);
    }

    @Override
    public Optional<Set<String>> fieldsTaken(String form) {
        return system.get(() -> repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(process -> model(process).stream())
                .flatMap(model -> TakenFields.of(model, form).stream())
                .reduce(TakenFields::both));
    }

    @Override
    public boolean processExists(String key) {
        return system.get(() -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .count()
                > 0);
    }

    /** Models belong to no school. */
    @Override
    public Map<String, BpmnModelInstance> models() {
        return system.get(() ->
                repository.createProcessDefinitionQuery().latestVersion().withoutTenantId().list().stream()
                        .flatMap(process -> model(process).map(model -> Map.entry(process.getKey(), model)).stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Empty where somebody has taken the definition away since it was listed: the engine fails on that in its own way. */
    private Optional<BpmnModelInstance> model(ProcessDefinition process) {
        try {
            return Optional.of(repository.getBpmnModelInstance(process.getId()));
        } catch (RuntimeException e) {
            if (repository
                            .createProcessDefinitionQuery()
                            .processDefinitionId(process.getId())
                            .count()
                    == 0) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Optional<Set<String>> choices(String block, String input) {
        return choices.stream()
                .filter(choice -> choice.block().equals(block) && choice.input().equals(input))
                .map(BlockChoice::values)
                .findFirst();
    }

    @Override
    public List<BlockParameter> parameters(String block) {
        return parameters.stream()
                .filter(parameter -> parameter.block().equals(block))
                .toList();
    }

    @Override
    public List<AskedTable> tables() {
        return tables;
    }

    @Override
    public Set<String> reliedOn(String process) {
        return reliedOn.stream()
                .filter(relied -> relied.process().equals(process))
                .flatMap(relied -> relied.elements().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public boolean roleExists(String id) {
        return roles.getObject().exists(id);
    }

    @Override
    public boolean runsTheInstallation(String role) {
        return Role.of(role).filter(one -> !one.isOfSchool()).isPresent();
    }

    /** Where no pages are served, as in a test of processes alone, every path of ours is taken for granted. */
    @Override
    public boolean pageExists(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return pages.stream()
                .map(mapping -> mapping.getHandlerMethods().keySet().stream()
                        .filter(info -> info.getPathPatternsCondition() != null)
                        .anyMatch(info -> info.getPathPatternsCondition().getPatterns().stream()
                                .anyMatch(pattern -> pattern.matches(parsed))))
                .reduce(Boolean::logicalOr)
                .orElse(true);
    }
}
