package org.mentoringroadmap.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * What happens around a sign-in. Who asked for a page gets that page afterwards. A form that was sent without a sign-in
 * goes with the sign-in page, as its hidden fields, and is shown afterwards: it lies in no session, address or log.
 */
final class SignInHandlers {
    /** Where a sign-in that carries a form is answered, after success and after a failure. */
    static final String AGAIN = "/login/again";

    static final String WRONG = "/login/wrong";

    private static final String HX_REQUEST = "HX-Request";

    private SignInHandlers() {}

    /** The page that somebody asked for is remembered by the browser; no session is made for it. */
    static RequestCache askedPages() {
        CookieRequestCache asked = new CookieRequestCache();
        asked.setRequestMatcher(SignInHandlers::isPage);
        return asked;
    }

    /** Whole pages only: what a script asks for is a part of one. */
    private static boolean isPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && !isPart(request)
                && !Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                        .filter(accept -> accept.startsWith(MediaType.APPLICATION_JSON_VALUE))
                        .isPresent();
    }

    private static boolean isPart(HttpServletRequest request) {
        String purpose = request.getHeader("Sec-Fetch-Dest");
        return request.getHeader(HX_REQUEST) != null || purpose != null && !purpose.equals("document");
    }

    static AuthenticationSuccessHandler success(RequestCache asked) {
        SavedRequestAwareAuthenticationSuccessHandler toPage = new SavedRequestAwareAuthenticationSuccessHandler();
        toPage.setRequestCache(asked);
        return (request, response, user) -> {
            if (KeptForm.carried(request).isPresent()) {
                request.getRequestDispatcher(AGAIN).forward(request, response);
            } else {
                toPage.onAuthenticationSuccess(request, response, user);
            }
        };
    }

    static AuthenticationFailureHandler failure() {
        return (request, response, refused) -> {
            boolean locked = refused instanceof LockedException;
            if (KeptForm.carried(request).isPresent()) {
                request.setAttribute(LockedException.class.getName(), locked);
                request.getRequestDispatcher(WRONG).forward(request, response);
            } else {
                response.sendRedirect(request.getContextPath() + "/login?error" + (locked ? "=locked" : ""));
            }
        };
    }

    /** A page leads to the sign-in; a form is answered by it; a part of a page is not replaced by it. */
    static AuthenticationEntryPoint entryPoint() {
        LoginUrlAuthenticationEntryPoint toSignIn = new LoginUrlAuthenticationEntryPoint("/login");
        toSignIn.setFavorRelativeUris(true);
        return (request, response, missing) -> {
            if (request.getHeader(HX_REQUEST) != null) {
                response.setHeader("HX-Redirect", current(request));
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            } else if (isPart(request) && "GET".equals(request.getMethod())) {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            } else if ("POST".equals(request.getMethod())) {
                response.sendError(HttpStatus.FORBIDDEN.value());
            } else {
                toSignIn.commence(request, response, missing);
            }
        };
    }

    /** The page on which the person is, which leads to the sign-in and back by itself. */
    private static String current(HttpServletRequest request) {
        String page = request.getHeader("HX-Current-URL");
        String site = request.getRequestURL()
                .substring(
                        0,
                        request.getRequestURL().length()
                                - request.getRequestURI().length());
        return page != null && page.startsWith(site + "/") ? page : request.getContextPath() + "/login";
    }

    /** The error page tells a missing right from the token of a sign-in that has ended. */
    static AccessDeniedHandler refusal() {
        return (request, response, denied) -> {
            request.setAttribute(WebAttributes.ACCESS_DENIED_403, denied);
            response.sendError(HttpStatus.FORBIDDEN.value());
        };
    }
}
