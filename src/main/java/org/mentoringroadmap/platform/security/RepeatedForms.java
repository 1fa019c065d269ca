package org.mentoringroadmap.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.mentoringroadmap.shared.Sha256;
import org.mentoringroadmap.shared.Webapps;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form that is sent twice is handled once: of two equal requests the second waits for the first and is answered with
 * what the first one made. Requests are equal when the same person sends the same to the same address with the token of
 * the same page: each page that is shown has another one. What led to no other page (a refusal, a form with mistakes in
 * it, a failure) made nothing, and an equal request may try.
 */
@Component
public class RepeatedForms extends OncePerRequestFilter {
    /** A request attribute: a form that an equal request still works on. */
    public static final String BUSY = RepeatedForms.class.getName() + ".busy";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final SentForms forms;

    RepeatedForms(SentForms forms) {
        this.forms = forms;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !"POST".equals(request.getMethod())
                || path.startsWith(Webapps.ROOT + "/")
                || path.startsWith("/login")
                || path.startsWith("/logout")
                || login().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = digest(request, login().orElseThrow());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!forms.take(id)) {
            Optional<SentForms.Outcome> first = forms.find(id);
            if (first.filter(SentForms.Outcome::isKnown).isPresent()) {
                response.setStatus(first.get().status());
                response.setHeader(HttpHeaders.LOCATION, first.get().location());
                return;
            }
            if (System.nanoTime() > end) {
                request.setAttribute(BUSY, true);
                response.sendError(HttpStatus.CONFLICT.value());
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        boolean made = false;
        try {
            chain.doFilter(request, response);
            String location = response.getHeader(HttpHeaders.LOCATION);
            if (location != null && HttpStatus.valueOf(response.getStatus()).is3xxRedirection()) {
                made = true;
                forms.done(id, response.getStatus(), location);
            }
        } finally {
            if (!made) {
                forms.free(id);
            }
        }
    }

    private static String digest(HttpServletRequest request, String login) throws IOException, ServletException {
        Sha256 sha = new Sha256().add(login).add(request.getRequestURI()).add(request.getQueryString());
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            sha.add(name);
            Arrays.stream(values).forEach(sha::add);
        });
        if (request.getContentType() != null && request.getContentType().startsWith("multipart/form-data")) {
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() != null) {
                    sha.add(part.getName()).add(part.getSubmittedFileName()).add(String.valueOf(part.getSize()));
                    add(sha, part);
                }
            }
        }
        return sha.hex();
    }

    private static void add(Sha256 sha, Part part) throws IOException {
        byte[] some = new byte[8192];
        try (InputStream content = part.getInputStream()) {
            for (int length = content.read(some); length >= 0; length = content.read(some)) {
                sha.add(some, length);
            }
        }
    }

    private static Optional<String> login() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user != null && user.getPrincipal() instanceof SignedInUser one
                ? Optional.of(one.login())
                : Optional.empty();
    }
}
