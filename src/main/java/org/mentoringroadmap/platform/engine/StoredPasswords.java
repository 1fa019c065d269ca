package org.mentoringroadmap.platform.engine;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Compares passwords with those that the engine keeps, and does nothing else: it counts nothing and closes nothing. */
@Component
public class StoredPasswords {
    private static final Pattern LOGIN = Pattern.compile("[a-zA-Z0-9._-]{1,64}");
    private static final String OF_NOBODY = "password-of-nobody";

    private final IdentityService identity;
    private final ProcessEngine engine;
    private final SystemAuthority system;
    private String ofNobody;

    StoredPasswords(@Lazy IdentityService identity, @Lazy ProcessEngine engine, SystemAuthority system) {
        this.identity = identity;
        this.engine = engine;
        this.system = system;
    }

    /** Whether it is the account's password. It takes as long for a login that does not exist. */
    public boolean matches(String login, String password) {
        PasswordManager passwords =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getPasswordManager();
        String nobodys = ofNobody(passwords);
        User user = mayExist(login)
                ? system.get(() -> identity.createUserQuery().userId(login).singleResult())
                : null;
        if (user == null || user.getPassword() == null) {
            passwords.check(password, nobodys);
            return false;
        }
        return passwords.check(
                EncryptionUtil.saltPassword(password, ((UserEntity) user).getSalt()), user.getPassword());
    }

    /** Whether an account may have this login at all; a database is not asked for any other text. */
    public static boolean mayExist(String login) {
        return LOGIN.matcher(login).matches();
    }

    /** Made once, by the first try of any login: made by the first unknown one it would tell that one from the others. */
    private synchronized String ofNobody(PasswordManager passwords) {
        if (ofNobody == null) {
            ofNobody = passwords.encrypt(OF_NOBODY);
        }
        return ofNobody;
    }
}
