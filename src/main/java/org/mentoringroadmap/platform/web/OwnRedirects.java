package org.mentoringroadmap.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every redirect is a path of this application, in characters that a header may have. The name of the host is what the
 * caller says it is, so no answer repeats it, and nobody is led to another site. Tomcat would drop a header with other
 * characters and leave an empty page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 9)
class OwnRedirects extends OncePerRequestFilter {
    private static final String MAIN_PAGE = "/";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setHeader(String name, String value) {
                super.setHeader(name, isLocation(name, value) ? own(value, request) : value);
            }

            @Override
            public void addHeader(String name, String value) {
                super.addHeader(name, isLocation(name, value) ? own(value, request) : value);
            }

            @Override
            public void sendRedirect(String location) throws IOException {
                super.sendRedirect(own(location, request));
            }
        });
    }

    private static boolean isLocation(String name, String value) {
        return value != null && HttpHeaders.LOCATION.equalsIgnoreCase(name);
    }

    /** The same place as a path; the main page where it is none of ours. */
    static String own(String location, HttpServletRequest request) {
        String address = encoded(location);
        if (address.startsWith("/") && !address.startsWith("//")) {
            return address;
        }
        try {
            URI uri = new URI(address);
            if (uri.getScheme() == null && uri.getRawAuthority() == null) {
                return address;
            }
            if (!request.getServerName().equalsIgnoreCase(uri.getHost())) {
                return MAIN_PAGE;
            }
            String path = uri.getRawPath();
            return (path.startsWith("/") && !path.startsWith("//") ? path : MAIN_PAGE)
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                    + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
        } catch (URISyntaxException e) {
            return MAIN_PAGE;
        }
    }

    /** Whatever is no visible ASCII character, and the backslash, which browsers take for a slash, byte by byte. */
    private static String encoded(String location) {
        StringBuilder ascii = new StringBuilder();
        for (byte one : location.getBytes(StandardCharsets.UTF_8)) {
            if (one > ' ' && one < 0x7f && one != '\\') {
                ascii.append((char) one);
            } else {
                ascii.append(String.format("%%%02X", one));
            }
        }
        return ascii.toString();
    }
}
