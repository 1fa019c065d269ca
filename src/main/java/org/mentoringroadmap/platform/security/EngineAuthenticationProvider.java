package org.mentoringroadmap.platform.security;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks login and password with the engine, which also locks an account for a while after wrong attempts. */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {
    private final IdentityService identity;

    EngineAuthenticationProvider(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = attempt.getName();
        if (!matches(login, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("Wrong login or password");
        }
        User user = identity.createUserQuery().userId(login).singleResult();
        List<String> roles = identity.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .toList();
        List<String> schools = identity.createTenantQuery().userMember(login).list().stream()
                .map(Tenant::getId)
                .toList();
        String name = String.join(
                " ",
                Stream.of(user.getFirstName(), user.getLastName())
                        .filter(part -> part != null && !part.isBlank())
                        .toList());
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInUser(login, name.isEmpty() ? login : name, roles, schools),
                null,
                roles.stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
    }

    private boolean matches(String login, String password) {
        try {
            return identity.checkPassword(login, password);
        } catch (org.camunda.bpm.engine.AuthenticationException e) {
            throw new LockedException("Locked for a while", e);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
