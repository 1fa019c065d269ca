package org.mentoringroadmap.platform.authority;

import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.mentoringroadmap.platform.MentoringProperties;
import org.mentoringroadmap.school.Accounts;
import org.mentoringroadmap.school.Role;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one administrator where there is none, of the models too. The password comes from the environment, or is made at random and
 * printed once to the standard output, never to a log.
 */
@Component
class FirstAdministrator {
    private final IdentityService identity;
    private final Accounts accounts;
    private final MentoringProperties properties;

    FirstAdministrator(IdentityService identity, Accounts accounts, MentoringProperties properties) {
        this.identity = identity;
        this.accounts = accounts;
        this.properties = properties;
    }

    @EventListener
    @Order(50)
    @Transactional
    public void create(ApplicationStartedEvent started) {
        if (identity.createUserQuery().memberOfGroup(Role.ADMINISTRATOR.id()).count() > 0) {
            return;
        }
        String login = properties.administrator().login();
        boolean given = properties.administrator().password() != null
                && !properties.administrator().password().isBlank();
        String password = given ? properties.administrator().password() : EngineAccounts.randomPassword();
        User user = identity.createUserQuery().userId(login).singleResult();
        if (user == null) {
            user = identity.newUser(login);
            user.setFirstName("");
            user.setLastName(login);
        }
        user.setPassword(password);
        identity.saveUser(user);
        identity.deleteUserInfo(login, DemoAccounts.MARK);
        accounts.assign(login, Set.of(Role.ADMINISTRATOR, Role.MODEL_ADMINISTRATOR));
        if (!given) {
            System.out.printf("%nFirst administrator: login %s, password %s (shown only now)%n%n", login, password);
        }
    }
}
