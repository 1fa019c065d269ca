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
import org.mentoringroadmap.platform.operation.DatabaseFailures;
import org.mentoringroadmap.platform.operation.DatabaseWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers at once while the database is away, and answers what fails because it has just gone: with a page that needs
 * neither database, session nor template, or with JSON for programs, and status 503. It stands before the filters that
 * read sessions and accounts.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class DatabaseAwayFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayFilter.class);
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String RETRY_AFTER_SECONDS = "10";
    private static final String HEALTH = "/actuator/health";
    private static final String BREAKS = DatabaseAwayFilter.class.getName() + ".breaks";

    private final DatabaseWatch watch;
    private final byte[] page;
    private final byte[] json;
    private final byte[] health;

    DatabaseAwayFilter(DatabaseWatch watch, MessageSource messages, ObjectMapper mapper) throws IOException {
        this.watch = watch;
        page = new ClassPathResource("templates/platform/database-away.html").getContentAsByteArray();
        json = mapper.writeValueAsBytes(Map.of("message", messages.getMessage("error.database-away", null, RUSSIAN)));
        health = mapper.writeValueAsBytes(Map.of("status", "DOWN"));
    }

    /** The error page reads the database too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (watch.awaySince().isPresent() || brokeMeanwhile(request)) {
            answer(request, response);
            return;
        }
        if (request.getAttribute(BREAKS) == null) {
            request.setAttribute(BREAKS, watch.breaks());
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            boolean away = DatabaseFailures.isAway(e);
            watch.answers();
            if (!away && !brokeMeanwhile(request) || response.isCommitted()) {
                throw e;
            }
            LOG.warn("A request is refused because of the database", e);
            answer(request, response);
            return;
        }
        if (response.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()
                && !response.isCommitted()
                && (!watch.answers() || brokeMeanwhile(request))) {
            answer(request, response);
        }
    }

    /** Whether the database went away, perhaps for a moment only, since this request came in. */
    private boolean brokeMeanwhile(HttpServletRequest request) {
        return request.getAttribute(BREAKS) instanceof Long before && before != watch.breaks();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String path = ErrorAnswers.path(request);
        boolean forPrograms = ErrorAnswers.isForPrograms(path);
        response.setContentType(
                forPrograms || path.startsWith(HEALTH) ? MediaType.APPLICATION_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.getOutputStream().write(path.startsWith(HEALTH) ? health : forPrograms ? json : page);
    }
}
