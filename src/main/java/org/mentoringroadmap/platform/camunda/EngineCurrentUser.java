package org.mentoringroadmap.platform.camunda;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.mentoringroadmap.programme.CurrentUser;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.programme.Schools;
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

    EngineCurrentUser(@Lazy IdentityService identity, ObjectProvider<Schools> schools) {
        this.identity = identity;
        this.schools = schools;
    }

    @Override
    public String login() {
        Authentication user = identity.getCurrentAuthentication();
        return user == null || user.getUserId() == null ? SYSTEM : user.getUserId();
    }

    @Override
    public boolean has(Role role) {
        Authentication user = identity.getCurrentAuthentication();
        return user != null && user.getGroupIds() != null && user.getGroupIds().contains(role.id());
    }

    @Override
    public List<String> schoolIds() {
        if (has(Role.ADMINISTRATOR)) {
            return schools.getObject().ids();
        }
        Authentication user = identity.getCurrentAuthentication();
        return user == null || user.getTenantIds() == null ? List.of() : user.getTenantIds();
    }
}
