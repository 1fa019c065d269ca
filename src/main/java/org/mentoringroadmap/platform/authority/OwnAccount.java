package org.mentoringroadmap.platform.authority;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.mentoringroadmap.platform.account.AccountSafeguards;
import org.mentoringroadmap.school.PasswordRule;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.SystemAuthority;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What a person does with the own account. No transaction spans these: a wrong password stays counted when the act is
 * refused because of it.
 */
@Component
public class OwnAccount {
    private static final int MAX_MAIL = 200;
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final IdentityService identity;
    private final SystemAuthority system;
    private final AccountSafeguards safeguards;
    private final PasswordRule passwords;
    private final AuditTrail trail;

    OwnAccount(
            IdentityService identity,
            SystemAuthority system,
            AccountSafeguards safeguards,
            @Lazy PasswordRule passwords,
            AuditTrail trail) {
        this.identity = identity;
        this.system = system;
        this.safeguards = safeguards;
        this.passwords = passwords;
        this.trail = trail;
    }

    /** Address of mail of the account; empty for none. */
    public String email(String login) {
        String email = user(login).getEmail();
        return email == null ? "" : email;
    }

    /**
     * Demands the password of the account; a wrong one counts like one at the sign-in.
     *
     * @throws UserInputException {@code account.current-wrong}
     */
    public void requirePassword(String login, String password) {
        if (password == null || password.isEmpty() || !identity.checkPassword(login, password)) {
            throw new UserInputException("account.current-wrong");
        }
    }

    /**
     * Chooses another password.
     *
     * @param about what others know of the person beside login and address of mail
     * @throws UserInputException {@code account.current-wrong}, {@code account.password-same}, {@code
     *     account.password-differs} when it was repeated otherwise, {@code account.password…} when it is no good one
     */
    public void changePassword(String login, String current, String password, String again, List<String> about) {
        User user = user(login);
        passwords.check(
                password,
                Stream.concat(
                                about.stream(),
                                Stream.of(login, user.getFirstName(), user.getLastName(), user.getEmail()))
                        .filter(text -> text != null && !text.isBlank())
                        .toList());
        if (!password.equals(again)) {
            throw new UserInputException("account.password-differs");
        }
        if (password.equals(current)) {
            throw new UserInputException("account.password-same");
        }
        requirePassword(login, current);
        system.run(() -> {
            user.setPassword(password);
            identity.saveUser(user);
        });
        safeguards.keepPassword(login);
        trail.record(AuditEvent.of(AuditAct.PASSWORD_CHANGED, login));
    }

    /**
     * Sets the address of mail by which colleagues reach the person.
     *
     * @param email empty for none
     * @throws UserInputException {@code account.email}
     */
    public void changeEmail(String login, String email) {
        String wanted = email == null ? "" : email.strip();
        if (!wanted.isEmpty()
                && (wanted.length() > MAX_MAIL || !MAIL.matcher(wanted).matches())) {
            throw new UserInputException("account.email");
        }
        User user = user(login);
        user.setEmail(wanted);
        system.run(() -> identity.saveUser(user));
        trail.record(AuditEvent.of(AuditAct.EMAIL_CHANGED, login));
    }

    private User user(String login) {
        return system.get(() -> identity.createUserQuery().userId(login).singleResult());
    }
}
