package org.mentoringroadmap.platform.engine;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.mentoringroadmap.school.PsychologistAccess;
import org.mentoringroadmap.school.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The engine's identity service, through which every account goes, whether by our pages, the engine's webapps or its REST.
 * Roles of a school are given on the school's page alone, also by administrators; and it is told on who has set a password.
 */
final class GuardedIdentityService extends IdentityServiceImpl {
    private final ObjectProvider<PsychologistAccess> psychologists;
    private final MessageSource messages;

    GuardedIdentityService(ObjectProvider<PsychologistAccess> psychologists, MessageSource messages) {
        this.psychologists = psychologists;
        this.messages = messages;
    }

    /** Account and note change together: the inner command joins the outer one. */
    @Override
    public void saveUser(User user) {
        String before = user.getPassword();
        getCommandExecutor().execute(command -> {
            super.saveUser(user);
            if (!Objects.equals(before, user.getPassword())) {
                psychologists.getObject().passwordSet(user.getId(), actor());
            }
            return null;
        });
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

    /** Of a school's role for whomever, of any role for oneself. */
    private void refuse(String userId, String groupId) {
        Authentication user = getCurrentAuthentication();
        Optional<Role> role = Role.of(String.valueOf(groupId));
        if (TaskFields.isPerson(user)
                && role.filter(given -> given.isOfSchool() || user.getUserId().equals(userId))
                        .isPresent()) {
            throw new AuthorizationException(
                    messages.getMessage("role.on-the-page", null, LocaleContextHolder.getLocale()));
        }
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
