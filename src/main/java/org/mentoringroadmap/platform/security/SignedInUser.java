package org.mentoringroadmap.platform.security;

import java.io.Serializable;
import java.util.List;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who has signed in; the principal of every session and Basic call.
 *
 * @param login account
 * @param displayName what the top bar shows
 * @param roles ids of the roles, which are the engine's groups
 * @param schools ids of the schools, which are the engine's tenants
 */
public record SignedInUser(String login, String displayName, List<String> roles, List<String> schools)
        implements AuthenticatedPrincipal, Serializable {
    public SignedInUser {
        roles = List.copyOf(roles);
        schools = List.copyOf(schools);
    }

    @Override
    public String getName() {
        return login;
    }
}
