package org.mentoringroadmap.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.mentoringroadmap.platform.ErrorAnswers;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that the application is still starting, instead of refusing sign-ins whose accounts are not made yet: status 503,
 * a page that looks again by itself, or JSON for programs. Its health answers all the time.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
class StartingFilter extends OncePerRequestFilter {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String HEALTH = "/actuator/health";

    private final byte[] page;
    private final byte[] json;
    private volatile boolean ready;

    StartingFilter(MessageSource messages, ObjectMapper mapper) throws IOException {
        page = new ClassPathResource("templates/platform/starting.html").getContentAsByteArray();
        json = mapper.writeValueAsBytes(Map.of("message", messages.getMessage("error.starting", null, RUSSIAN)));
    }

    /** Before the line that says so is printed. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void open(ApplicationReadyEvent started) {
        ready = true;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ready || ErrorAnswers.path(request).startsWith(HEALTH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean forPrograms = ErrorAnswers.isForPrograms(ErrorAnswers.path(request));
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentType(forPrograms ? MediaType.APPLICATION_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.getOutputStream().write(forPrograms ? json : page);
    }
}
