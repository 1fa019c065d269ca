package org.mentoringroadmap.platform.authority;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Schools;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The acting account is the one that the engine knows for this request: every security chain sets it. The job executor
 * sets an authentication too, with the school of the job and without a user.
 */
@Component
class EngineCurrentUser implements CurrentUser {
    private final IdentityService identity;
    private final ObjectProvider<Schools> schools;
    private final ObjectProvider<OwnRoles> roles;

    EngineCurrentUser(@Lazy IdentityService identity, ObjectProvider<Schools> schools, ObjectProvider<OwnRoles> roles) {
        this.identity = identity;
        this.schools = schools;
        this.roles = roles;
    }

    @Override
    public String login() {
        return account().map(Authentication::getUserId).orElse(SYSTEM);
    }

    @Override
    public boolean has(Role role) {
        return groups().contains(role.id())
                || role.isOfSchool()
                        && groups().stream()
                                .filter(group -> Role.of(group).isEmpty())
                                .flatMap(group -> roles.getObject().find(group).stream())
                                .anyMatch(own -> own.standsOn() == role);
    }

    @Override
    public boolean holds(String roleId) {
        return groups().contains(roleId);
    }

    private List<String> groups() {
        return account().map(Authentication::getGroupIds).orElse(List.of());
    }

    @Override
    public List<String> schoolIds() {
        if (has(Role.ADMINISTRATOR)) {
            return schools.getObject().ids();
        }
        return account().map(Authentication::getTenantIds).orElse(List.of());
    }

    /** Empty for a job: the job executor authenticates nobody, but with the tenant of the job. */
    private Optional<Authentication> account() {
        return Optional.ofNullable(identity.getCurrentAuthentication()).filter(user -> user.getUserId() != null);
    }
}
