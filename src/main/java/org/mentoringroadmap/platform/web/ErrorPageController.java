package org.mentoringroadmap.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.mentoringroadmap.platform.ErrorAnswers;
import org.mentoringroadmap.platform.security.KeptForm;
import org.mentoringroadmap.platform.security.OtherSites;
import org.mentoringroadmap.platform.security.PasswordFirstFilter;
import org.mentoringroadmap.platform.security.RepeatedForms;
import org.mentoringroadmap.platform.security.SignedInUser;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What filters and the container refuse, the webapps' 403 among it, and everything that failed. The cause is in the log
 * already; the person reads what to do.
 */
@Controller
class ErrorPageController implements ErrorController {
    private static final String LOGIN = "/login";
    private static final String LOGOUT = "/logout";

    /** Tomcat could not read the form: a file in it was too large. Without the form's token the guard refused it. */
    private static final String FORM_UNREADABLE = "org.apache.catalina.parameter_parse_failed";

    private final ErrorAnswers answers;
    private final LoginController signIn;

    ErrorPageController(ErrorAnswers answers, LoginController signIn) {
        this.answers = answers;
        this.signIn = signIn;
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
        if (request.getAttribute(PasswordFirstFilter.REFUSED) != null) {
            return answers.answer(request, uri, HttpStatus.FORBIDDEN, "account.password-first");
        }
        if (status == HttpStatus.FORBIDDEN && changes(request) && !ErrorAnswers.isForPrograms(path(request, uri))) {
            return refusedForm(request, uri);
        }
        Object answer = answers.answer(request, uri, status, code(status, request));
        return status == HttpStatus.FORBIDDEN ? answer : TypedTexts.beside(answer, request, path(request, uri));
    }

    /** A form without a sign-in is answered by the sign-in and shown again after it; one of an older sign-in at once. */
    private Object refusedForm(HttpServletRequest request, String uri) {
        String path = path(request, uri);
        Optional<SignedInUser> user = user();
        KeptForm carried = KeptForm.carried(request).orElse(null);
        if (user.isEmpty()) {
            if (path.equals(LOGOUT)) {
                return "redirect:/login?logout";
            }
            if (path.equals(LOGIN)) {
                return signIn.ended("login.stale", carried);
            }
            return switch (KeptForm.fate(request, path)) {
                case KEPT -> signIn.ended("login.kept", KeptForm.of(request, path));
                case TOO_LONG -> signIn.ended("login.too-long", null);
                case NOT_OURS -> signIn.ended("login.ended", null);
            };
        }
        if (!(request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException)) {
            return answers.answer(request, uri, HttpStatus.FORBIDDEN, "error.no-right");
        }
        if (path.equals(LOGIN)) {
            return carried == null
                    ? "redirect:/"
                    : signIn.again(carried, user.get().login(), HttpStatus.FORBIDDEN);
        }
        KeptForm.Fate fate = path.equals(LOGOUT) ? KeptForm.Fate.NOT_OURS : KeptForm.fate(request, path);
        return switch (fate) {
            case KEPT -> signIn.again(KeptForm.of(request, path), user.get().login(), HttpStatus.FORBIDDEN);
            case TOO_LONG -> answers.answer(request, uri, HttpStatus.FORBIDDEN, "error.stale-long");
            case NOT_OURS -> answers.answer(request, uri, HttpStatus.FORBIDDEN, "error.stale");
        };
    }

    private static String path(HttpServletRequest request, String uri) {
        return uri.substring(Math.min(uri.length(), request.getContextPath().length()));
    }

    private static String code(HttpStatus status, HttpServletRequest request) {
        return switch (status) {
            case UNAUTHORIZED -> "error.sign-in";
            case FORBIDDEN -> forbidden(request);
            case NOT_FOUND -> "error.unknown";
            case CONFLICT -> request.getAttribute(RepeatedForms.BUSY) != null ? "error.busy" : "error.changed";
            case PAYLOAD_TOO_LARGE -> "error.form-too-large";
            case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE -> "error.unsupported";
            default -> status.is4xxClientError() ? "error.input" : "error.failure";
        };
    }

    private static String forbidden(HttpServletRequest request) {
        if (request.getAttribute(OtherSites.REFUSED) != null) {
            return "error.other-site";
        }
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return "error.stale";
        }
        return changes(request) ? "error.no-right" : "error.forbidden";
    }

    private static HttpStatus status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND;
    }

    private static boolean changes(HttpServletRequest request) {
        return !"GET".equals(request.getMethod());
    }

    private static Optional<SignedInUser> user() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedInUser.class::isInstance)
                .map(SignedInUser.class::cast);
    }
}
