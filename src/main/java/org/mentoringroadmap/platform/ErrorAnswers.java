package org.mentoringroadmap.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.shared.Webapps;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one form in which a refusal or a failure reaches people: {@code {"message": "…"}} for programs, a page with a way
 * back for a browser. The text is Russian and says what to do; nothing of the program's insides is in it.
 */
@Component
public class ErrorAnswers {
    private final MessageSource messages;

    ErrorAnswers(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The answer to a request.
     *
     * @param request the request, for its own path and the page from which it came
     * @param status status of the answer
     * @param code key of the text in the bundles
     * @return a response for a program or a view for a browser
     */
    public Object answer(HttpServletRequest request, HttpStatusCode status, String code, Object... arguments) {
        return answer(request, request.getRequestURI(), status, code, arguments);
    }

    /** The answer to a request that was refused or has failed, as JSON or as a page. */
    public Object answer(
            HttpServletRequest request, String uri, HttpStatusCode status, String code, Object... arguments) {
        String text = messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
        if (isForPrograms(inApplication(request, uri))) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("message", text));
        }
        ModelAndView page = new ModelAndView("platform/error");
        page.setStatus(status);
        page.addObject("status", status.value());
        page.addObject("text", text);
        boolean typed = "POST".equals(request.getMethod()) && status.is4xxClientError();
        page.addObject("heading", heading(status, typed));
        page.addObject("back", back(request).orElse("/"));
        page.addObject("input", typed);
        return page;
    }

    /** The path that was asked for, without the application's own prefix; of the first request where this is an error's. */
    public static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return inApplication(request, failed == null ? request.getRequestURI() : failed.toString());
    }

    private static String inApplication(HttpServletRequest request, String uri) {
        return uri.substring(Math.min(uri.length(), request.getContextPath().length()));
    }

    /** Whether a path is asked for by programs, which get JSON. */
    public static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/engine-rest/") || path.startsWith(Webapps.API + "/");
    }

    /** @param typed whether somebody had filled something in: of a link nothing was refused that was typed */
    private static String heading(HttpStatusCode status, boolean typed) {
        return switch (status.value()) {
            case 403 -> "error.heading.forbidden";
            case 404 -> "error.heading.unknown";
            case 409 -> "error.heading.conflict";
            default -> {
                if (status.is5xxServerError()) {
                    yield "error.heading.failure";
                }
                yield typed ? "error.heading.input" : "error.heading.refused";
            }
        };
    }

    /** The page of ours from which the request came, as a path: never another site. */
    private static Optional<String> back(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return Optional.empty();
        }
        try {
            java.net.URI from = java.net.URI.create(referer);
            return Optional.ofNullable(from.getRawPath())
                    .filter(path -> path.startsWith("/") && !path.startsWith("//"))
                    .filter(path -> request.getServerName().equals(from.getHost()))
                    .filter(path -> !path.equals(request.getRequestURI()) || "POST".equals(request.getMethod()))
                    .map(path -> from.getRawQuery() == null ? path : path + "?" + from.getRawQuery());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
