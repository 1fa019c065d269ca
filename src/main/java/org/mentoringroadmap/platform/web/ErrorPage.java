package org.mentoringroadmap.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.mentoringroadmap.platform.security.SignedInUser;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What filters and the container refuse, the webapps' 403 among it, and everything that failed. The cause is in the log
 * already; the person reads what to do.
 */
@Controller
class ErrorPage implements ErrorController {
    /** Tomcat could not read the form: a file in it was too large. Without the form's token the guard refused it. */
    private static final String FORM_UNREADABLE = "org.apache.catalina.parameter_parse_failed";

    private final ErrorAnswers answers;

    ErrorPage(ErrorAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    Object show(HttpServletRequest request) {
        HttpStatus status = status(request);
        String uri = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .map(Object::toString)
                .orElse("/");
        if (status == HttpStatus.FORBIDDEN && request.getAttribute(FORM_UNREADABLE) != null) {
            return answers.answer(request, uri, HttpStatus.PAYLOAD_TOO_LARGE, "error.too-large");
        }
        return answers.answer(request, uri, status, code(status, request));
    }

    private static String code(HttpStatus status, HttpServletRequest request) {
        return switch (status) {
            case UNAUTHORIZED -> "error.sign-in";
            case FORBIDDEN -> changes(request) || !signedIn() ? "error.stale" : "error.forbidden";
            case NOT_FOUND -> "error.unknown";
            case CONFLICT -> "error.changed";
            case PAYLOAD_TOO_LARGE -> "error.too-large";
            case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE -> "error.unsupported";
            default -> status.is4xxClientError() ? "error.input" : "error.failure";
        };
    }

    private static HttpStatus status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND;
    }

    private static boolean changes(HttpServletRequest request) {
        return !"GET".equals(request.getMethod());
    }

    private static boolean signedIn() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user != null && user.getPrincipal() instanceof SignedInUser;
    }
}
