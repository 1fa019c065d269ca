package org.mentoringroadmap.platform.engine;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.mentoringroadmap.platform.account.AccountSafeguards;
import org.mentoringroadmap.platform.account.ClientAddress;
import org.mentoringroadmap.platform.account.SignInLimits;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.PsychologistAccess;
import org.mentoringroadmap.school.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The engine's identity service, through which every account goes, whether by our pages, the engine's webapps or its REST.
 *
 * <p>Wrong passwords are counted by {@link SignInLimits}; the engine's own lock, which may be for ever, is not used. People
 * try no passwords but their own. A password that a person has given to somebody else must be changed by whom it is for, and
 * it is told on who has set a password. Roles of a school are given on the school's page alone, also by administrators; the
 * groups that stand for roles, the schools and who belongs to which are the application's. Nobody takes the own account away,
 * so that there is always an administrator.
 */
final class GuardedIdentityService extends IdentityServiceImpl {
    private final StoredPasswords passwords;
    private final SignInLimits limits;
    private final AccountSafeguards safeguards;
    private final ObjectProvider<PsychologistAccess> psychologists;
    private final ObjectProvider<OwnRoles> ownRoles;
    private final MessageSource messages;

    GuardedIdentityService(
            StoredPasswords passwords,
            SignInLimits limits,
            AccountSafeguards safeguards,
            ObjectProvider<PsychologistAccess> psychologists,
            ObjectProvider<OwnRoles> ownRoles,
            MessageSource messages) {
        this.passwords = passwords;
        this.limits = limits;
        this.safeguards = safeguards;
        this.psychologists = psychologists;
        this.ownRoles = ownRoles;
        this.messages = messages;
    }

    /** @throws AuthorizationException when a person tries the password of somebody else */
    @Override
    public boolean checkPassword(String login, String password) {
        Authentication person = getCurrentAuthentication();
        if (TaskFields.isPerson(person) && !person.getUserId().equals(login)) {
            throw denied("role.required");
        }
        return login != null
                && password != null
                && limits.check(login, ClientAddress.current(), () -> passwords.matches(login, password))
                        == SignInLimits.Answer.RIGHT;
    }

    /**
     * Account and notes change together: the inner commands join the outer one.
     *
     * @throws AuthorizationException for a person who calls the own account otherwise: colleagues know each other by these
     *     names
     */
    @Override
    public void saveUser(User user, boolean skipPasswordPolicy) {
        getCommandExecutor().execute(new AccountSaving(user, skipPasswordPolicy));
    }

    /** A class of its own: {@link ReservedCommands} tells by it what failed. */
    final class AccountSaving implements Command<Void> {
        private final User user;
        private final boolean skipPasswordPolicy;

        private AccountSaving(User user, boolean skipPasswordPolicy) {
            this.user = user;
            this.skipPasswordPolicy = skipPasswordPolicy;
        }

        @Override
        public Void execute(CommandContext context) {
            boolean newPassword = user instanceof UserEntity entity && entity.hasNewPassword();
            refuseOwnName(user);
            GuardedIdentityService.super.saveUser(user, skipPasswordPolicy);
            if (newPassword) {
                passwordSet(user.getId());
            }
            return null;
        }
    }

    private void refuseOwnName(User user) {
        Authentication person = getCurrentAuthentication();
        if (!TaskFields.isPerson(person)
                || !person.getUserId().equals(user.getId())
                || person.getGroupIds() != null && person.getGroupIds().contains(Role.ADMINISTRATOR.id())) {
            return;
        }
        User kept = createUserQuery().userId(user.getId()).singleResult();
        if (kept != null
                && !(Objects.equals(kept.getFirstName(), user.getFirstName())
                        && Objects.equals(kept.getLastName(), user.getLastName()))) {
            throw denied("account.name");
        }
    }

    private void passwordSet(String login) {
        psychologists.getObject().passwordSet(login, actor());
        if (TaskFields.isPerson(getCurrentAuthentication())) {
            if (getCurrentAuthentication().getUserId().equals(login)) {
                safeguards.keepPassword(login);
            } else {
                safeguards.requireNewPassword(login);
            }
        }
    }

    @Override
    public void unlockUser(String login) {
        super.unlockUser(login);
        limits.lift(login);
    }

    /** @throws AuthorizationException for the own account */
    @Override
    public void deleteUser(String login) {
        if (TaskFields.isPerson(getCurrentAuthentication())
                && getCurrentAuthentication().getUserId().equals(login)) {
            throw denied("staff.self");
        }
        super.deleteUser(login);
        limits.lift(login);
        safeguards.forget(login);
    }

    /** @throws AuthorizationException for a person who calls the group of a role otherwise: its title is the page's */
    @Override
    public void saveGroup(Group group) {
        refuseRoles(group.getId());
        super.saveGroup(group);
    }

    /** @throws AuthorizationException for a person who gives a role of the school, or any to the own account */
    @Override
    public void createMembership(String userId, String groupId) {
        refuse(userId, groupId);
        super.createMembership(userId, groupId);
    }

    /** @throws AuthorizationException for a person who takes a role of the school, or any from the own account */
    @Override
    public void deleteMembership(String userId, String groupId) {
        refuse(userId, groupId);
        super.deleteMembership(userId, groupId);
    }

    /**
     * A start takes an installation without such a group for one of an earlier version and gives rights anew.
     *
     * @throws AuthorizationException for a person and the group of a role
     */
    @Override
    public void deleteGroup(String groupId) {
        refuseRoles(groupId);
        super.deleteGroup(groupId);
    }

    /** @throws AuthorizationException for a person */
    @Override
    public void saveTenant(Tenant tenant) {
        refusePeople();
        super.saveTenant(tenant);
    }

    /** @throws AuthorizationException for a person */
    @Override
    public void deleteTenant(String tenantId) {
        refusePeople();
        super.deleteTenant(tenantId);
    }

    /** @throws AuthorizationException for a person */
    @Override
    public void createTenantUserMembership(String tenantId, String userId) {
        refusePeople();
        super.createTenantUserMembership(tenantId, userId);
    }

    /** @throws AuthorizationException for a person */
    @Override
    public void createTenantGroupMembership(String tenantId, String groupId) {
        refusePeople();
        super.createTenantGroupMembership(tenantId, groupId);
    }

    /** @throws AuthorizationException for a person */
    @Override
    public void deleteTenantUserMembership(String tenantId, String userId) {
        refusePeople();
        super.deleteTenantUserMembership(tenantId, userId);
    }

    /** @throws AuthorizationException for a person */
    @Override
    public void deleteTenantGroupMembership(String tenantId, String groupId) {
        refusePeople();
        super.deleteTenantGroupMembership(tenantId, groupId);
    }

    private void refuseRoles(String groupId) {
        if (Groups.CAMUNDA_ADMIN.equals(groupId) || ownRoles.getObject().exists(String.valueOf(groupId))) {
            refusePeople();
        }
    }

    private void refusePeople() {
        if (TaskFields.isPerson(getCurrentAuthentication())) {
            throw denied("role.on-the-page");
        }
    }

    /** Of a school's role for whomever, of any role for oneself. */
    private void refuse(String userId, String groupId) {
        Authentication user = getCurrentAuthentication();
        if (TaskFields.isPerson(user)
                && ownRoles.getObject()
                        .rights(String.valueOf(groupId))
                        .filter(given -> given.isOfSchool() || user.getUserId().equals(userId))
                        .isPresent()) {
            throw denied("role.on-the-page");
        }
    }

    private AuthorizationException denied(String code) {
        return new AuthorizationException(messages.getMessage(code, null, LocaleContextHolder.getLocale()));
    }

    /** Whoever is signed in, also while the application acts for that person; null for the application itself. */
    private String actor() {
        return Optional.ofNullable(getCurrentAuthentication())
                .map(Authentication::getUserId)
                .or(() -> Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                        .filter(user -> !(user instanceof AnonymousAuthenticationToken))
                        .map(org.springframework.security.core.Authentication::getName))
                .orElse(null);
    }
}
