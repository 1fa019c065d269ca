package org.mentoringroadmap.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The port is open before models and accounts are there. Until then nobody is told that a password is wrong: people read
 * that the application is starting, on a page that asks again by itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class StartingFilter extends OncePerRequestFilter {
    private final UnavailableAnswer starting;
    private volatile boolean ready;

    StartingFilter(MessageSource messages, ObjectMapper mapper) throws IOException {
        starting = new UnavailableAnswer("starting", "error.starting", "OUT_OF_SERVICE", messages, mapper);
    }

    /** Before whoever tells others that the application is ready. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void ready(ApplicationReadyEvent started) {
        ready = true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ready) {
            chain.doFilter(request, response);
        } else {
            starting.send(request, response);
        }
    }
}
