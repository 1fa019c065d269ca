package org.mentoringroadmap.platform.authority;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.mentoringroadmap.platform.MentoringProperties;
import org.mentoringroadmap.platform.account.AccountSafeguards;
import org.mentoringroadmap.school.Accounts;
import org.mentoringroadmap.school.PasswordRule;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.UserInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one administrator where there is none, of the models too, and lets the administrator of the settings in again
 * when a start is asked to. The password comes from the environment if it is hard to guess, or is made at random and
 * printed once to the standard output, never to a log. Either way others may have seen it, so it is changed at the first
 * sign-in.
 */
@Component
class FirstAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final IdentityService identity;
    private final Accounts accounts;
    private final AccountSafeguards safeguards;
    private final PasswordRule passwords;
    private final MentoringProperties.Administrator settings;
    private final AuditTrail trail;
    private final MessageSource messages;

    FirstAdministrator(
            IdentityService identity,
            Accounts accounts,
            AccountSafeguards safeguards,
            @Lazy PasswordRule passwords,
            MentoringProperties properties,
            AuditTrail trail,
            MessageSource messages) {
        this.identity = identity;
        this.accounts = accounts;
        this.safeguards = safeguards;
        this.passwords = passwords;
        this.settings = properties.administrator();
        this.trail = trail;
        this.messages = messages;
    }

    @EventListener
    @Order(50)
    @Transactional
    public void create(ApplicationStartedEvent started) {
        if (settings.reset()) {
            LOG.warn(text("administrator.reset", settings.login()));
        } else if (identity.createUserQuery()
                        .memberOfGroup(Role.ADMINISTRATOR.id())
                        .count()
                > 0) {
            return;
        }
        open(settings.login());
    }

    private void open(String login) {
        boolean given = isUsable(settings.password());
        String password = given ? settings.password() : EngineAccounts.randomPassword();
        User user = identity.createUserQuery().userId(login).singleResult();
        if (user == null) {
            user = identity.newUser(login);
            user.setFirstName("");
            user.setLastName(login);
        }
        user.setPassword(password);
        identity.saveUser(user);
        identity.deleteUserInfo(login, DemoAccounts.MARK);
        accounts.assign(login, rolesWith(login, Role.ADMINISTRATOR, Role.MODEL_ADMINISTRATOR));
        accounts.unlock(login);
        safeguards.switchCodesOff(login);
        safeguards.requireNewPassword(login);
        trail.record(
                AuditEvent.of(settings.reset() ? AuditAct.ADMINISTRATOR_RECOVERED : AuditAct.ADMINISTRATOR_MADE, login)
                        .by(AuditEvent.NOBODY));
        if (!given) {
            print(text(settings.reset() ? "administrator.password" : "administrator.first", login, password));
        }
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.forLanguageTag("ru"));
    }

    /** In UTF-8 where the output says that it knows no Russian letters, as that of a container without a language does. */
    private static void print(String line) {
        Charset output = Charset.forName(System.getProperty(
                "stdout.encoding",
                System.getProperty(
                        "sun.stdout.encoding", Charset.defaultCharset().name())));
        String text = String.format("%n%s%n", line);
        if (output.canEncode() && output.newEncoder().canEncode(line)) {
            System.out.println(text);
        } else {
            System.out.writeBytes((text + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }
    }

    private Set<Role> rolesWith(String login, Role... roles) {
        return Stream.concat(
                        Stream.of(roles),
                        identity.createGroupQuery().groupMember(login).list().stream()
                                .flatMap(group -> Role.of(group.getId()).stream()))
                .collect(Collectors.toSet());
    }

    private boolean isUsable(String given) {
        if (given == null || given.isBlank()) {
            return false;
        }
        try {
            passwords.check(given, List.of());
            return true;
        } catch (UserInputException weak) {
            LOG.warn(text("administrator.weak", text(weak.code(), weak.arguments())));
            return false;
        }
    }
}
