package org.mentoringroadmap.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site makes a browser send. A browser adds a password that it has learned, or a cookie, by
 * itself, whoever wrote the request; what comes with them must come from a page of ours or from no page. Programs say
 * nothing of a page.
 */
public class OtherSites extends OncePerRequestFilter {
    /** Attribute of a request that was refused for this. */
    public static final String REFUSED = OtherSites.class.getName();

    private static final String SITE = "Sec-Fetch-Site";

    /** The browser says so itself, and no page can change it: a page of ours; an address that a person typed. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    /**
     * Camunda Modeler is a browser with pages of its own, which belong to no site. No site can write this into a request
     * without asking us first, and nobody who asks is allowed to.
     */
    private static final String DESKTOP_PROGRAM = " Electron/";

    private final RequestMatcher guarded;

    OtherSites() {
        this(AnyRequestMatcher.INSTANCE);
    }

    OtherSites(RequestMatcher guarded) {
        this.guarded = guarded;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (guarded.matches(request) && isFromAnother(request)) {
            request.setAttribute(REFUSED, true);
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isFromAnother(HttpServletRequest request) {
        String program = request.getHeader(HttpHeaders.USER_AGENT);
        if (program != null && program.contains(DESKTOP_PROGRAM)) {
            return false;
        }
        String site = request.getHeader(SITE);
        if (site != null) {
            return !OURS.contains(site);
        }
        // Over plain HTTP a browser is silent about the site, but tells from where it sends a form.
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !isHere(origin, request);
    }

    /**
     * Whether a page is of this site: of the same computer, and of the same port, behind which another program may be.
     *
     * @param address of the page, or of its site
     */
    static boolean isHere(String address, HttpServletRequest request) {
        try {
            URI page = new URI(address);
            String authority = page.getRawAuthority();
            return authority != null
                    && (authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))
                            || request.getServerName().equalsIgnoreCase(page.getHost())
                                    && port(page) == request.getServerPort());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int port(URI page) {
        if (page.getPort() >= 0) {
            return page.getPort();
        }
        return "https".equals(page.getScheme()) ? 443 : 80;
    }
}
