package org.mentoringroadmap.platform.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.mentoringroadmap.shared.UserInputException;

/** What people set as a password in the engine's webapps or REST has at least eight characters, as on our own page. */
final class OwnPasswordRule extends PasswordPolicyLengthRuleImpl {
    private static final int MIN_LENGTH = 8;

    private final IdentityService identity;

    OwnPasswordRule(IdentityService identity) {
        super(MIN_LENGTH);
        this.identity = identity;
    }

    /** @throws UserInputException {@code account.password}, because the engine's own words are English */
    @Override
    public boolean execute(String password) {
        if (TaskFields.isPerson(identity.getCurrentAuthentication()) && !super.execute(password)) {
            throw new UserInputException("account.password", String.valueOf(MIN_LENGTH));
        }
        return true;
    }

    @Override
    public boolean execute(String password, User user) {
        return execute(password);
    }
}
