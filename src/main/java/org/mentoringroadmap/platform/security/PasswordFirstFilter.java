package org.mentoringroadmap.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.mentoringroadmap.platform.ErrorAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whose password somebody else has seen changes it before anything else: every page leads to that page, programs are
 * refused.
 */
public final class PasswordFirstFilter extends OncePerRequestFilter {
    /** The page on which the password is changed. */
    public static final String PAGE = "/profile/password";

    /** A request attribute: the request was refused because the password must be changed first. */
    public static final String REFUSED = PasswordFirstFilter.class.getName() + ".refused";

    private static final Set<String> OPEN = Set.of(PAGE, "/logout", "/login", "/error");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String path = ErrorAnswers.path(request);
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedInUser user)
                || !user.changesPassword()
                || OPEN.contains(path)) {
            chain.doFilter(request, response);
        } else if (ErrorAnswers.isForPrograms(path) || path.startsWith("/actuator/")) {
            request.setAttribute(REFUSED, true);
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + PAGE);
        }
    }
}
