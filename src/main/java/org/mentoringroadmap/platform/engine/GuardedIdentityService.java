package org.mentoringroadmap.platform.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.mentoringroadmap.platform.account.AccountSafeguards;
import org.mentoringroadmap.platform.account.ClientAddress;
import org.mentoringroadmap.platform.account.SignInLimits;

/**
 * The engine's accounts with the application's rules, by whichever door somebody comes. Wrong passwords are counted by
 * {@link SignInLimits}; the engine's own lock, which may be for ever, is not used. People try no passwords but their
 * own. A password that somebody has given to somebody else must be changed by whom it is for.
 */
final class GuardedIdentityService extends IdentityServiceImpl {
    private final StoredPasswords passwords;
    private final SignInLimits limits;
    private final AccountSafeguards safeguards;

    GuardedIdentityService(StoredPasswords passwords, SignInLimits limits, AccountSafeguards safeguards) {
        this.passwords = passwords;
        this.limits = limits;
        this.safeguards = safeguards;
    }

    /** @throws AuthorizationException when a person tries the password of somebody else */
    @Override
    public boolean checkPassword(String login, String password) {
        Authentication person = getCurrentAuthentication();
        if (TaskFields.isPerson(person) && !person.getUserId().equals(login)) {
            throw new AuthorizationException("A person tries the password of another account");
        }
        return login != null
                && password != null
                && limits.check(login, ClientAddress.current(), () -> passwords.matches(login, password))
                        == SignInLimits.Answer.RIGHT;
    }

    @Override
    public void saveUser(User user, boolean skipPasswordPolicy) {
        Authentication person = getCurrentAuthentication();
        boolean newPassword = user instanceof UserEntity entity && entity.hasNewPassword();
        super.saveUser(user, skipPasswordPolicy);
        if (newPassword && TaskFields.isPerson(person)) {
            if (person.getUserId().equals(user.getId())) {
                safeguards.keepPassword(user.getId());
            } else {
                safeguards.requireNewPassword(user.getId());
            }
        }
    }

    @Override
    public void unlockUser(String login) {
        super.unlockUser(login);
        limits.lift(login);
    }

    @Override
    public void deleteUser(String login) {
        super.deleteUser(login);
        limits.lift(login);
        safeguards.forget(login);
    }
}
