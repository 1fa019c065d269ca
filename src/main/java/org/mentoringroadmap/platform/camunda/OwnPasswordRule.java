package org.mentoringroadmap.platform.camunda;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.mentoringroadmap.shared.UserInputException;

/** What people set as a password in the engine's webapps or REST has at least eight characters, as on our own page. */
final class OwnPasswordRule extends PasswordPolicyLengthRuleImpl {
    private static final int SHORTEST = 8;

    private final IdentityService identity;

    OwnPasswordRule(IdentityService identity) {
        super(SHORTEST);
        this.identity = identity;
    }

    /** @throws UserInputException {@code account.password}, because the engine's own words are English */
    @Override
    public boolean execute(String password) {
        if (TaskFields.isPerson(identity.getCurrentAuthentication()) && !super.execute(password)) {
            throw new UserInputException("account.password", String.valueOf(SHORTEST));
        }
        return true;
    }

    @Override
    public boolean execute(String password, User user) {
        return execute(password);
    }
}
