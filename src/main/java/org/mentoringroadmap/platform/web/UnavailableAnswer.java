package org.mentoringroadmap.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.mentoringroadmap.platform.ErrorAnswers;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Status 503 while the application as a whole cannot work: a page for people, JSON for programs and for who watches. */
final class UnavailableAnswer {
    /** Asked by who watches the application. */
    static final String HEALTH = "/actuator/health";

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String RETRY_AFTER_SECONDS = "10";

    private final BarePage page;
    private final byte[] json;
    private final byte[] health;

    /**
     * @param page name of the page
     * @param code key of the text for programs
     * @param status what is said of the application's health
     */
    UnavailableAnswer(String page, String code, String status, MessageSource messages, ObjectMapper mapper)
            throws IOException {
        this.page = BarePage.named(page);
        this.json = mapper.writeValueAsBytes(Map.of("message", messages.getMessage(code, null, RUSSIAN)));
        this.health = mapper.writeValueAsBytes(Map.of("status", status));
    }

    /** Answers instead of whatever was written so far. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String path = ErrorAnswers.path(request);
        boolean watching = path.startsWith(HEALTH);
        if (watching || ErrorAnswers.isForPrograms(path)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getOutputStream().write(watching ? health : json);
        } else {
            page.head(response);
            response.getOutputStream().write(page.html().getBytes(StandardCharsets.UTF_8));
        }
    }
}
