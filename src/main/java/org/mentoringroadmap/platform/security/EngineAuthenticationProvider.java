package org.mentoringroadmap.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
        return signedIn(identity.createUserQuery().userId(login).singleResult());
    }

    /** The account as it is now; empty when it is gone or its password is another one than at the sign-in. */
    Optional<Authentication> refresh(SignedInUser before) {
        return Optional.ofNullable(
                        identity.createUserQuery().userId(before.login()).singleResult())
                .filter(user -> mark(user).equals(before.passwordMark()))
                .map(this::signedIn);
    }

    private Authentication signedIn(User user) {
        List<String> roles = identity.createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .toList();
        List<String> schools = identity.createTenantQuery().userMember(user.getId()).list().stream()
                .map(Tenant::getId)
                .toList();
        String name = String.join(
                " ",
                Stream.of(user.getFirstName(), user.getLastName())
                        .filter(part -> part != null && !part.isBlank())
                        .toList());
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInUser(user.getId(), name.isEmpty() ? user.getId() : name, roles, schools, mark(user)),
                null,
                roles.stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
    }

    /** Tells one password from another without being of use to anybody: a hash of the salted hash. */
    private static String mark(User user) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(String.valueOf(user.getPassword()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JVM", e);
        }
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
