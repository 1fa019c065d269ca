package org.mentoringroadmap.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The engine's REST stands under a part of the address. The container finds it by any spelling of that part ({@code //},
 * {@code ;a=b}, {@code %65}); what reads the address before the firewall does not, and would take each such request, which
 * needs no sign-in, for a failure with a long trace. It is refused as the firewall refuses every other odd spelling.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 1)
class OddlyWrittenPaths extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOdd(request)) {
            BrowserRules.tell(response);
            response.sendError(HttpStatus.BAD_REQUEST.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isOdd(HttpServletRequest request) {
        if (request.getHttpServletMapping().getMappingMatch() != MappingMatch.PATH) {
            return false;
        }
        String part = request.getContextPath() + request.getServletPath();
        return !request.getRequestURI().equals(part) && !request.getRequestURI().startsWith(part + "/");
    }
}
