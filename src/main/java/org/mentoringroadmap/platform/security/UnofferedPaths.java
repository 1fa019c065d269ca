package org.mentoringroadmap.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.Webapps;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Parts of the engine's REST that there is nothing behind: its own metrics and telemetry, which are not kept, and a start by
 * conditions, which no model has. The engine would take each call for a failure and write a long trace of it.
 */
class UnofferedPaths extends OncePerRequestFilter {
    private static final RequestMatcher UNOFFERED = unoffered();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (UNOFFERED.matches(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static RequestMatcher unoffered() {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        List<RequestMatcher> matchers = Stream.of(
                        "/engine-rest", "/engine-rest/engine/{engine}", Webapps.API + "/engine/engine/{engine}")
                .flatMap(root -> Stream.of("/metrics/**", "/condition", "/telemetry/**")
                        .map(part -> (RequestMatcher) path.matcher(root + part)))
                .toList();
        return new OrRequestMatcher(matchers);
    }
}
