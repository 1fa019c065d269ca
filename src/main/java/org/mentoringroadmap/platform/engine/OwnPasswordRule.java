package org.mentoringroadmap.platform.engine;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.mentoringroadmap.school.PasswordRule;
import org.mentoringroadmap.shared.UserInputException;

/** What people set as a password in the engine's webapps or REST is as good as on our own pages. */
final class OwnPasswordRule extends PasswordPolicyLengthRuleImpl {
    private final IdentityService identity;
    private final PasswordRule rule;

    OwnPasswordRule(IdentityService identity, PasswordRule rule) {
        super(PasswordRule.MIN_LENGTH);
        this.identity = identity;
        this.rule = rule;
    }

    /** @throws UserInputException {@code account.password…}, because the engine's own words are English */
    @Override
    public boolean execute(String password) {
        return execute(password, null);
    }

    /** @throws UserInputException {@code account.password…}, because the engine's own words are English */
    @Override
    public boolean execute(String password, User user) {
        if (TaskFields.isPerson(identity.getCurrentAuthentication())) {
            rule.check(password, about(user));
        }
        return true;
    }

    private static List<String> about(User user) {
        return user == null
                ? List.of()
                : Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())
                        .filter(text -> text != null && !text.isBlank())
                        .toList();
    }
}
