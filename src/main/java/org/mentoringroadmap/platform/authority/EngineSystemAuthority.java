package org.mentoringroadmap.platform.authority;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Clears the engine's authentication while the application itself acts: without one the engine checks no rights. */
@Component
class EngineSystemAuthority implements SystemAuthority {
    private final IdentityService identity;

    EngineSystemAuthority(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public <T> T get(Supplier<T> work) {
        Authentication user = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (user != null) {
                identity.setAuthentication(user);
            }
        }
    }
}
