package org.mentoringroadmap.platform.authority;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.mentoringroadmap.platform.authority.EngineAccounts.ENGINE_ADMINISTRATORS;

import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.mentoringroadmap.school.Role;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the roles' groups and gives each no more than it needs: Tasklist, the drawings of the models, the names of the roles, the filters; to
 * start a roadmap for the curator only; the models to their administrators; everything else to administrators, who are the engine's own too. Tasks come to people because they are
 * candidates, never by a right to read all tasks. May run any number of times.
 */
@Component
class RoleRights {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final RepositoryService repository;
    private final MessageSource messages;

    RoleRights(
            IdentityService identity,
            AuthorizationService authorizations,
            RepositoryService repository,
            MessageSource messages) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.repository = repository;
        this.messages = messages;
    }

    @EventListener
    @Order(20)
    @Transactional
    public void grant(ApplicationStartedEvent started) {
        if (identity.createGroupQuery().groupId(Role.MODEL_ADMINISTRATOR.id()).count() == 0) {
            partTheModels();
        }
        group(ENGINE_ADMINISTRATORS, ENGINE_ADMINISTRATORS, Groups.GROUP_TYPE_SYSTEM);
        for (Role role : Role.values()) {
            group(role);
            if (role == Role.ADMINISTRATOR) {
                grant(role, Resources.DEPLOYMENT, ANY, Permissions.READ);
                for (Resource resource : Resources.values()) {
                    grant(role, resource, ANY, Permissions.ALL); // nothing is added to what is granted already
                }
            } else {
                grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
                grant(role, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
                grant(role, Resources.GROUP, ANY, Permissions.READ);
            }
        }
        admitAdministrators();
        grant(Role.MODEL_ADMINISTRATOR, Resources.DEPLOYMENT, ANY, Permissions.ALL);
        grant(Role.MODEL_ADMINISTRATOR, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
        grant(Role.CURATOR, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        for (ProcessDefinition roadmap : repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .startableInTasklist()
                .list()) {
            letStart(roadmap.getKey());
        }
    }

    /** Lets curators start a process. */
    void letStart(String process) {
        grant(Role.CURATOR, Resources.PROCESS_DEFINITION, process, ProcessDefinitionPermissions.CREATE_INSTANCE);
    }

    /**
     * An installation of the time when every administrator changed the models: those who did go on, as administrators of
     * models, and from now on each of the two roles is given by itself.
     */
    private void partTheModels() {
        group(Role.MODEL_ADMINISTRATOR);
        identity.createUserQuery()
                .memberOfGroup(Role.ADMINISTRATOR.id())
                .list()
                .forEach(administrator ->
                        identity.createMembership(administrator.getId(), Role.MODEL_ADMINISTRATOR.id()));
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(Role.ADMINISTRATOR.id())
                .resourceType(Resources.DEPLOYMENT)
                .resourceId(ANY)
                .list()
                .forEach(all -> authorizations.deleteAuthorization(all.getId()));
    }

    /** Another engine may bring another group: without a member of it the webapps ask to set up a first user. */
    private void admitAdministrators() {
        for (User administrator : identity.createUserQuery()
                .memberOfGroup(Role.ADMINISTRATOR.id())
                .list()) {
            if (identity.createGroupQuery()
                            .groupId(ENGINE_ADMINISTRATORS)
                            .groupMember(administrator.getId())
                            .count()
                    == 0) {
                identity.createMembership(administrator.getId(), ENGINE_ADMINISTRATORS);
            }
        }
    }

    private void group(Role role) {
        group(role.id(), messages.getMessage("role." + role.id(), null, RUSSIAN), "WORKFLOW");
    }

    private void group(String id, String name, String type) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(name);
            group.setType(type);
            identity.saveGroup(group);
        }
    }

    private void grant(Role role, Resource resource, String id, Permission permission) {
        List<Authorization> existing = authorizations
                .createAuthorizationQuery()
                .groupIdIn(role.id())
                .resourceType(resource)
                .resourceId(id)
                .list();
        if (existing.isEmpty()) {
            Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            authorization.setGroupId(role.id());
            authorization.setResource(resource);
            authorization.setResourceId(id);
            authorization.setPermissions(new Permission[] {permission});
            authorizations.saveAuthorization(authorization);
        }
    }
}
