package org.mentoringroadmap.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Keeps the sign-in of whoever has just chosen another password; all others of the account end with the old one. */
@Component
public class OwnSignIn {
    private final EngineAuthenticationProvider accounts;
    private final SystemAuthority system;

    OwnSignIn(EngineAuthenticationProvider accounts, SystemAuthority system) {
        this.accounts = accounts;
        this.system = system;
    }

    /** The session goes on, under a new id, with the password that the account has now. */
    public void goOn(String login, HttpServletRequest request, HttpServletResponse response) {
        system.get(() -> accounts.current(login)).ifPresent(user -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(user);
            SecurityContextHolder.setContext(context);
            request.getSession();
            request.changeSessionId();
            new SessionSignIn(accounts).saveContext(context, request, response);
        });
    }
}
