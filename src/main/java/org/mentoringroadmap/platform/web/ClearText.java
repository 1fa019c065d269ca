package org.mentoringroadmap.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.Ssl;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notices when passwords and people's data go over a network without encryption: requests that came from another computer
 * and neither by TLS nor through a proxy that says it was TLS. They are answered; an administrator is told.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class ClearText extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ClearText.class);

    /**
     * Requests in clear text since the start.
     *
     * @param count how many
     * @param last when the last one came
     */
    record Seen(long count, Instant last) {}

    private final ServerProperties server;
    private final Environment environment;
    private final Clock clock;
    private final AtomicReference<Seen> seen = new AtomicReference<>();

    ClearText(ServerProperties server, Environment environment, Clock clock) {
        this.server = server;
        this.environment = environment;
        this.clock = clock;
    }

    /** What came in clear text from other computers; empty when nothing did. */
    Optional<Seen> seen() {
        return Optional.ofNullable(seen.get());
    }

    /** Whether a request went over a network without encryption. */
    static boolean isExposed(HttpServletRequest request) {
        return !request.isSecure() && !isThisComputer(request.getRemoteAddr());
    }

    /** Nobody types real names into a demo. */
    @EventListener
    void warn(ApplicationReadyEvent ready) {
        if (isReachableInClearText() && !environment.acceptsProfiles(Profiles.of("demo"))) {
            LOG.warn("Other computers reach this one without encryption. Put a proxy with HTTPS before it and set"
                    + " server.address=127.0.0.1, or give it a certificate (server.ssl.*): see the README");
        }
    }

    private boolean isReachableInClearText() {
        InetAddress address = server.getAddress();
        return !Ssl.isEnabled(server.getSsl()) && (address == null || !address.isLoopbackAddress());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isExposed(request)) {
            Instant now = clock.instant();
            if (seen.getAndUpdate(before -> new Seen(before == null ? 1 : before.count() + 1, now)) == null) {
                LOG.warn("A request came over the network without encryption; the next ones are only counted");
            }
        }
        chain.doFilter(request, response);
    }

    /** An address is given as digits, so nobody is asked for its name. */
    private static boolean isThisComputer(String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
