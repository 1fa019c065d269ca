package org.mentoringroadmap.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.Sha256;
import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<Staff> staff;

    EngineAuthenticationProvider(IdentityService identity, ObjectProvider<Staff> staff) {
        this.identity = identity;
        this.staff = staff;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = attempt.getName();
        boolean locked = isLocked(login);
        if (!identity.checkPassword(login, String.valueOf(attempt.getCredentials()))) {
            throw locked
                    ? new LockedException("Locked for a while")
                    : new BadCredentialsException("Wrong login or password");
        }
        return signedIn(identity.createUserQuery().userId(login).singleResult());
    }

    /** The account as it is now; empty when it is gone or its password is another one than at the sign-in. */
    Optional<Authentication> refresh(String login, String passwordMark) {
        return Optional.ofNullable(identity.createUserQuery().userId(login).singleResult())
                .filter(user -> mark(user).equals(passwordMark))
                .map(this::signedIn);
    }

    private Authentication signedIn(User user) {
        List<String> roles = roles(user.getId());
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

    /**
     * The roles of a school stand in its own list of staff; membership in a group of the engine opens none of them. The
     * installation's administrators, who work at no school, are known to the engine alone.
     */
    private List<String> roles(String login) {
        Stream<String> ofTheEngine = identity.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .filter(group -> Role.of(group).filter(Role::isOfSchool).isEmpty());
        Stream<String> ofTheSchool = staff.getObject().rolesOf(login).stream().map(Role::id);
        return Stream.concat(ofTheEngine, ofTheSchool).distinct().toList();
    }

    /** Tells one password from another without being of use to anybody: a hash of the salted hash. */
    private static String mark(User user) {
        return Sha256.of(String.valueOf(user.getPassword()));
    }

    /** The engine answers a locked account like a wrong password, and does not even look at it. */
    private boolean isLocked(String login) {
        return identity.createUserQuery().userId(login).singleResult() instanceof UserEntity user
                && user.getLockExpirationTime() != null
                && user.getLockExpirationTime().after(ClockUtil.getCurrentTime());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
