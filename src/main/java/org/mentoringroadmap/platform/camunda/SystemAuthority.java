package org.mentoringroadmap.platform.camunda;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Lets the application itself act where the rights of the acting account would not do; the caller has checked them. */
@Component
class SystemAuthority {
    private final IdentityService identity;

    SystemAuthority(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    <T> T get(Supplier<T> work) {
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

    void run(Runnable work) {
        get(() -> {
            work.run();
            return null;
        });
    }
}
