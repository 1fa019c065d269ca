package org.mentoringroadmap.platform.authority;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.mentoringroadmap.school.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Outside the demo profile no account may exist whose password everybody knows. */
@Component
@Profile("!demo")
public class DemoAccounts {
    /** Mark in the user's info of the engine that the demo left. */
    public static final String MARK = "demo";

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

    private final IdentityService identity;
    private final Accounts accounts;

    DemoAccounts(IdentityService identity, Accounts accounts) {
        this.identity = identity;
        this.accounts = accounts;
    }

    @EventListener
    @Order(40)
    void disable(ApplicationStartedEvent started) {
        for (User user : identity.createUserQuery().list()) {
            if (identity.getUserInfo(user.getId(), MARK) != null) {
                accounts.disable(user.getId());
                LOG.info("Demo account {} is disabled", user.getId());
            }
        }
    }
}
