package org.mentoringroadmap.platform.security;

import java.util.List;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who has signed in; the principal of every session and Basic call.
 *
 * @param login account
 * @param displayName what the top bar shows
 * @param roles ids of the roles, which are the engine's groups
 * @param schools ids of the schools, which are the engine's tenants
 * @param passwordMark tells whether the password is still that of the sign-in
 * @param changesPassword whether the password must be changed before anything else
 */
public record SignedInUser(
        String login,
        String displayName,
        List<String> roles,
        List<String> schools,
        String passwordMark,
        boolean changesPassword)
        implements AuthenticatedPrincipal {
    public SignedInUser {
        roles = List.copyOf(roles);
        schools = List.copyOf(schools);
    }

    @Override
    public String getName() {
        return login;
    }
}
