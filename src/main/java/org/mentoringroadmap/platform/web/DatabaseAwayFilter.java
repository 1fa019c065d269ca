package org.mentoringroadmap.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mentoringroadmap.platform.operation.DatabaseFailures;
import org.mentoringroadmap.platform.operation.DatabaseWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
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
    private static final String BREAKS = DatabaseAwayFilter.class.getName() + ".breaks";

    private final DatabaseWatch watch;
    private final UnavailableAnswer away;

    DatabaseAwayFilter(DatabaseWatch watch, MessageSource messages, ObjectMapper mapper) throws IOException {
        this.watch = watch;
        away = new UnavailableAnswer("database-away", "error.database-away", "DOWN", messages, mapper);
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
            away.send(request, response);
            return;
        }
        if (request.getAttribute(BREAKS) == null) {
            request.setAttribute(BREAKS, watch.breaks());
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            boolean gone = DatabaseFailures.isAway(e);
            watch.answers();
            if (!gone && !brokeMeanwhile(request) || response.isCommitted()) {
                throw e;
            }
            LOG.warn("A request is refused because of the database", e);
            away.send(request, response);
            return;
        }
        if (response.getStatus() >= HttpStatus.INTERNAL_SERVER_ERROR.value()
                && !response.isCommitted()
                && (!watch.answers() || brokeMeanwhile(request))) {
            away.send(request, response);
        }
    }

    /** Whether the database went away, perhaps for a moment only, since this request came in. */
    private boolean brokeMeanwhile(HttpServletRequest request) {
        return request.getAttribute(BREAKS) instanceof Long before && before != watch.breaks();
    }
}
