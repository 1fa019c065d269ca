package org.mentoringroadmap.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Keeps in the session which account has signed in and with which password, and nothing else about the person: two
 * strings, which a later version of the application can read too. Name, roles and schools are read anew for every
 * request that asks who acts, so that what is taken away is gone at once. A session whose account is gone or has
 * another password than at the sign-in ends.
 */
class SessionSignIn implements SecurityContextRepository {
    private static final String LOGIN = "login";
    private static final String PASSWORD_MARK = "passwordMark";

    private final EngineAuthenticationProvider accounts;

    SessionSignIn(EngineAuthenticationProvider accounts) {
        this.accounts = accounts;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInUser user) {
            HttpSession session = request.getSession();
            session.setAttribute(LOGIN, user.login());
            session.setAttribute(PASSWORD_MARK, user.passwordMark());
            return;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(LOGIN);
            session.removeAttribute(PASSWORD_MARK);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(LOGIN) != null;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @SuppressWarnings("deprecation") // the interface has it as abstract; nobody calls it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Looks into the session when somebody asks, which nobody does for a picture or a style sheet. */
    private final class Deferred implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private SecurityContext context;
        private boolean generated;

        private Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = SecurityContextHolder.createEmptyContext();
                Optional<Authentication> found = find(request);
                found.ifPresent(context::setAuthentication);
                generated = found.isEmpty();
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }

    private Optional<Authentication> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(LOGIN) instanceof String login)
                || !(session.getAttribute(PASSWORD_MARK) instanceof String mark)) {
            return Optional.empty();
        }
        Optional<Authentication> found = accounts.refresh(login, mark);
        if (found.isEmpty()) {
            session.invalidate();
        }
        return found;
    }
}
