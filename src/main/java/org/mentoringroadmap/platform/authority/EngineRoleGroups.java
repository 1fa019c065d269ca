package org.mentoringroadmap.platform.authority;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.school.OwnRole;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.RoleGroups;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Roles of one's own as groups of the engine. What the engine grants to the group of the role that one stands on it grants
 * to the own group too, neither more nor less; a start brings them into line again. The tasks of that role are not granted
 * by it: they come to people because they are candidates.
 */
@Component
class EngineRoleGroups implements RoleGroups {
    private static final String TYPE = "WORKFLOW";

    /** What is granted for one task alone, to whoever is its candidate. */
    private static final int OF_A_TASK = Resources.TASK.resourceType();

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final OwnRoles roles;
    private final SystemAuthority system;

    EngineRoleGroups(
            @Lazy IdentityService identity,
            @Lazy AuthorizationService authorizations,
            @Lazy RepositoryService repository,
            @Lazy TaskService tasks,
            OwnRoles roles,
            SystemAuthority system) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.repository = repository;
        this.tasks = tasks;
        this.roles = roles;
        this.system = system;
    }

    /** After the rights of the application's own roles and the filters of Tasklist. */
    @EventListener
    @Order(35)
    @Transactional
    public void onStart(ApplicationStartedEvent started) {
        bringIntoLine();
    }

    /** The rights of the roles that others stand on have changed. */
    void bringIntoLine() {
        roles.all().forEach(this::open);
    }

    @Override
    public boolean isFree(String id) {
        return system.get(() -> identity.createGroupQuery().groupId(id).count() == 0);
    }

    @Override
    public void open(OwnRole role) {
        system.run(() -> {
            if (isFree(role.id())) {
                Group group = identity.newGroup(role.id());
                group.setName(role.title());
                group.setType(TYPE);
                identity.saveGroup(group);
            }
            Map<String, Authorization> wanted = byPlace(role.standsOn().id());
            Map<String, Authorization> present = byPlace(role.id());
            present.forEach((place, authorization) -> {
                if (!wanted.containsKey(place)) {
                    authorizations.deleteAuthorization(authorization.getId());
                }
            });
            wanted.forEach((place, like) -> grant(role.id(), like, present.get(place)));
        });
    }

    private void grant(String group, Authorization like, Authorization present) {
        AuthorizationEntity authorization = (AuthorizationEntity)
                (present == null ? authorizations.createNewAuthorization(AUTH_TYPE_GRANT) : present);
        authorization.setGroupId(group);
        authorization.setResourceType(like.getResourceType());
        authorization.setResourceId(like.getResourceId());
        authorization.setPermissions(((AuthorizationEntity) like).getPermissions());
        authorizations.saveAuthorization(authorization);
    }

    private Map<String, Authorization> byPlace(String group) {
        return authorizations.createAuthorizationQuery().groupIdIn(group).list().stream()
                .filter(authorization -> authorization.getAuthorizationType() == AUTH_TYPE_GRANT)
                .filter(authorization -> authorization.getResourceType() != OF_A_TASK)
                .collect(Collectors.toMap(
                        authorization -> authorization.getResourceType() + "/" + authorization.getResourceId(),
                        authorization -> authorization,
                        (first, second) -> first));
    }

    @Override
    public void close(String id) {
        system.run(() -> {
            authorizations
                    .createAuthorizationQuery()
                    .groupIdIn(id)
                    .list()
                    .forEach(authorization -> authorizations.deleteAuthorization(authorization.getId()));
            identity.deleteGroup(id);
        });
    }

    /** Older models count too: a year that has ended still prints who answered for what. */
    @Override
    public boolean isUsed(String id) {
        return system.get(() ->
                tasks.createTaskQuery().taskCandidateGroup(id).count() > 0
                        || repository.createProcessDefinitionQuery().list().stream()
                                .anyMatch(definition -> FlowGraph.everywhere(
                                                repository.getBpmnModelInstance(definition.getId()), FlowNode.class)
                                        .stream()
                                        .flatMap(EngineRoleGroups::named)
                                        .anyMatch(id::equals)));
    }

    private static Stream<String> named(FlowNode node) {
        return Stream.of(
                        ModelProperties.of(node).get(ModelProperties.RESPONSIBLE),
                        ModelProperties.attribute(node, "candidateGroups"))
                .filter(Objects::nonNull)
                .flatMap(roles -> ModelProperties.roles(roles).stream());
    }
}
