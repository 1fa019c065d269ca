package org.mentoringroadmap.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;

/**
 * Tells a program that it has to sign in with Basic. A browser is not told: it would open a window of its own, and then
 * add the password to every request that any site makes it send.
 */
final class BasicForPrograms implements AuthenticationEntryPoint {
    private final BasicAuthenticationEntryPoint challenge = new BasicAuthenticationEntryPoint();

    BasicForPrograms() {
        challenge.setRealmName("Mentoring Roadmap");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        if (isBrowser(request)) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } else {
            challenge.commence(request, response, missing);
        }
    }

    private static boolean isBrowser(HttpServletRequest request) {
        String program = request.getHeader(HttpHeaders.USER_AGENT);
        String wanted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader("Sec-Fetch-Mode") != null
                || program != null && program.startsWith("Mozilla/")
                || wanted != null && wanted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
