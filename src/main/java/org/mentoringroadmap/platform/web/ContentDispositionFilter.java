package org.mentoringroadmap.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The engine writes Russian file names as they are into a header, and Tomcat then drops the header; this encodes them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ContentDispositionFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setHeader(String name, String value) {
                super.setHeader(name, encoded(name, value));
            }

            @Override
            public void addHeader(String name, String value) {
                super.addHeader(name, encoded(name, value));
            }
        });
    }

    private static String encoded(String name, String value) {
        if (value == null
                || !HttpHeaders.CONTENT_DISPOSITION.equalsIgnoreCase(name)
                || value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return value;
        }
        ContentDisposition disposition = ContentDisposition.parse(value);
        String ascii = value.replaceAll("[^\\x20-\\x7e]", "_");
        return value.contains("filename*=") || disposition.getFilename() == null
                ? ascii
                : ContentDisposition.builder(disposition.getType())
                        .filename(disposition.getFilename(), java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString();
    }
}
