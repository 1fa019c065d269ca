package org.mentoringroadmap.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.mentoringroadmap.platform.account.AccountSafeguards;
import org.mentoringroadmap.platform.account.ClientAddress;
import org.mentoringroadmap.platform.account.SignInLimits;
import org.mentoringroadmap.platform.engine.StoredPasswords;
import org.mentoringroadmap.school.OwnRoles;
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

/**
 * Checks login and password, and the code of whoever has asked for one, as far as {@link SignInLimits} lets them be
 * tried. The answer says neither which of them was wrong nor whether the login exists.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {
    private final IdentityService identity;
    private final StoredPasswords passwords;
    private final SignInLimits limits;
    private final AccountSafeguards safeguards;
    private final ObjectProvider<Staff> staff;
    private final ObjectProvider<OwnRoles> ownRoles;

    EngineAuthenticationProvider(
            IdentityService identity,
            StoredPasswords passwords,
            SignInLimits limits,
            AccountSafeguards safeguards,
            ObjectProvider<Staff> staff,
            ObjectProvider<OwnRoles> ownRoles) {
        this.identity = identity;
        this.passwords = passwords;
        this.limits = limits;
        this.safeguards = safeguards;
        this.staff = staff;
        this.ownRoles = ownRoles;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = attempt.getName();
        return switch (limits.check(login, ClientAddress.current(), () -> isRight(attempt))) {
            case RIGHT -> signedIn(identity.createUserQuery().userId(login).singleResult());
            case WRONG -> throw new BadCredentialsException("Wrong login or password");
            case CLOSED -> throw new LockedException("Closed for a while");
        };
    }

    /** A program shows no code: where the person uses codes, it has a password of its own. */
    private boolean isRight(Authentication attempt) {
        String login = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        boolean own = passwords.matches(login, password);
        if (!StoredPasswords.mayExist(login) || !safeguards.of(login).codes()) {
            return own;
        }
        return attempt.getDetails() instanceof TypedCode typed
                ? own && safeguards.takeCode(login, typed.code())
                : safeguards.isProgramPassword(login, password);
    }

    /** The account as it is now; empty when it is gone or its password is another one than at the sign-in. */
    Optional<Authentication> refresh(String login, String passwordMark) {
        return current(login)
                .filter(user ->
                        ((SignedInUser) user.getPrincipal()).passwordMark().equals(passwordMark));
    }

    /** The account as it is now; empty when it is gone. */
    Optional<Authentication> current(String login) {
        return Optional.ofNullable(identity.createUserQuery().userId(login).singleResult())
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
                new SignedInUser(
                        user.getId(),
                        name.isEmpty() ? user.getId() : name,
                        roles,
                        schools,
                        mark(user),
                        safeguards.of(user.getId()).changePassword()),
                null,
                roles.stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
    }

    /**
     * The roles of a school stand in its own list of staff; membership in a group of the engine opens none of them. The
     * installation's administrators, its models' among them, who may work at no school, are known to the engine alone, and
     * whom it does not know any more is none, whatever the list says.
     */
    private List<String> roles(String login) {
        Stream<String> ofTheEngine = identity.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .filter(group -> ownRoles.getObject()
                        .rights(group)
                        .filter(Role::isOfSchool)
                        .isEmpty());
        Stream<String> ofTheSchool = staff.getObject().rolesOf(login).stream()
                .filter(Role::isOfSchool)
                .map(Role::id);
        Stream<String> ofOnesOwn = staff.getObject().ownRolesOf(login).stream();
        return Stream.of(ofTheEngine, ofTheSchool, ofOnesOwn)
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    /** Tells one password from another without being of use to anybody: a hash of the salted hash. */
    private static String mark(User user) {
        return Sha256.of(String.valueOf(user.getPassword()));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
