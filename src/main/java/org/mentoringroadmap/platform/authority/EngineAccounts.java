package org.mentoringroadmap.platform.authority;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.mentoringroadmap.platform.account.AccountSafeguards;
import org.mentoringroadmap.platform.account.SignInLimits;
import org.mentoringroadmap.platform.engine.StoredPasswords;
import org.mentoringroadmap.school.AccountState;
import org.mentoringroadmap.school.Accounts;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Accounts, roles and schools as users, groups and tenants of the engine. */
@Component
class EngineAccounts implements Accounts {
    /** The group whose members the engine and its webapps take for their administrators. */
    static final String ENGINE_ADMINISTRATORS = Groups.CAMUNDA_ADMIN;

    private final IdentityService identity;
    private final SystemAuthority system;
    private final StoredPasswords passwords;
    private final AccountSafeguards safeguards;
    private final SignInLimits limits;
    private final Clock clock;

    EngineAccounts(
            @Lazy IdentityService identity,
            SystemAuthority system,
            StoredPasswords passwords,
            AccountSafeguards safeguards,
            SignInLimits limits,
            Clock clock) {
        this.identity = identity;
        this.system = system;
        this.passwords = passwords;
        this.safeguards = safeguards;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Set<String> existing(Collection<String> logins) {
        String[] possible =
                logins.stream().filter(StoredPasswords::mayExist).distinct().toArray(String[]::new);
        return possible.length == 0
                ? Set.of()
                : system.get(() -> identity.createUserQuery().userIdIn(possible).list().stream()
                        .map(User::getId)
                        .collect(Collectors.toSet()));
    }

    @Override
    public void create(String login, String displayName, String password, String schoolId) {
        system.run(() -> {
            User user = identity.newUser(login);
            String[] name = displayName.split(" ", 2); // «Иванова А. П.»: Tasklist prints both, first name first
            user.setLastName(name[0]);
            user.setFirstName(name.length > 1 ? name[1] : "");
            user.setPassword(password);
            identity.saveUser(user);
            identity.createTenantUserMembership(schoolId, login);
        });
        safeguards.requireNewPassword(login);
    }

    @Override
    public void assign(String login, Set<Role> roles, Set<String> ownRoles) {
        Set<String> wanted = roles.stream().map(Role::id).collect(Collectors.toSet());
        wanted.addAll(ownRoles);
        if (roles.contains(Role.ADMINISTRATOR)) {
            wanted.add(ENGINE_ADMINISTRATORS); // without a member of it the webapps ask to set up a first user
        }
        system.run(() -> {
            Set<String> held = identity.createGroupQuery().groupMember(login).list().stream()
                    .map(Group::getId)
                    .collect(Collectors.toSet());
            held.stream()
                    .filter(role -> !wanted.contains(role))
                    .forEach(role -> identity.deleteMembership(login, role));
            wanted.stream()
                    .filter(role -> !held.contains(role))
                    .forEach(role -> identity.createMembership(login, role));
        });
    }

    @Override
    public void changePassword(String login, String password) {
        system.run(() -> {
            User user = identity.createUserQuery().userId(login).singleResult();
            user.setPassword(password);
            identity.saveUser(user);
            identity.unlockUser(login);
        });
        safeguards.requireNewPassword(login);
    }

    @Override
    public boolean isPassword(String login, String password) {
        return passwords.matches(login, password);
    }

    @Override
    public void keepPassword(String login) {
        safeguards.keepPassword(login);
    }

    @Override
    public Map<String, AccountState> states(Collection<String> logins) {
        if (logins.isEmpty()) {
            return Map.of();
        }
        Map<String, SignInLimits.Closed> closed = limits.closed(logins);
        Map<String, AccountSafeguards.Safeguard> guarded = safeguards.of(logins);
        Map<String, String> mail =
                system
                        .get(() -> identity.createUserQuery()
                                .userIdIn(logins.toArray(String[]::new))
                                .list())
                        .stream()
                        .filter(user ->
                                user.getEmail() != null && !user.getEmail().isBlank())
                        .collect(Collectors.toMap(User::getId, User::getEmail));
        return logins.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), login -> state(mail.get(login), closed.get(login), guarded.get(login))));
    }

    private AccountState state(String mail, SignInLimits.Closed closed, AccountSafeguards.Safeguard guard) {
        return new AccountState(
                mail == null ? "" : mail,
                closed == null ? 0 : closed.tries(),
                closed == null ? null : time(closed.there()),
                closed == null ? null : time(closed.everywhere()),
                guard != null && guard.changePassword(),
                guard != null && guard.codes());
    }

    private LocalDateTime time(Instant moment) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, clock.getZone());
    }

    @Override
    public void unlock(String login) {
        system.run(() -> identity.unlockUser(login));
    }

    @Override
    public void switchCodesOff(String login) {
        safeguards.switchCodesOff(login);
    }

    @Override
    public void disable(String login) {
        assign(login, Set.of());
        changePassword(login, randomPassword());
        safeguards.forget(login);
    }

    @Override
    public void createSchool(String schoolId, String name) {
        system.run(() -> {
            Tenant tenant = identity.newTenant(schoolId);
            tenant.setName(name);
            identity.saveTenant(tenant);
        });
    }

    /** A password that nobody guesses: 24 random bytes. */
    static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
