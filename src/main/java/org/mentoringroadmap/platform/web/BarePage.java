package org.mentoringroadmap.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/**
 * A page that needs nothing else of the application: no database, no session, no template engine, no second file. Its
 * policy lets the browser use the style that stands in it, and nothing more.
 *
 * @param html the page
 * @param policy its content security policy
 */
record BarePage(String html, String policy) {
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    /** The page of that name among the templates of the platform. */
    static BarePage named(String name) throws IOException {
        String html = new ClassPathResource("templates/platform/" + name + ".html")
                .getContentAsString(StandardCharsets.UTF_8);
        Matcher style = STYLE.matcher(html);
        if (!style.find()) {
            throw new IllegalStateException("The page has no style: " + name);
        }
        return new BarePage(
                html,
                "default-src 'none'; img-src 'self'; style-src 'sha256-" + sha256(style.group(1))
                        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
    }

    /** The page with texts at its marks, which look like {@code @name@}. */
    BarePage with(Map<String, String> texts) {
        String filled = html;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            filled = filled.replace("@" + text.getKey() + "@", HtmlUtils.htmlEscape(text.getValue()));
        }
        return new BarePage(filled, policy);
    }

    /** Says what kind of page it is and what it may do. */
    void head(HttpServletResponse response) {
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JVM", e);
        }
    }
}
