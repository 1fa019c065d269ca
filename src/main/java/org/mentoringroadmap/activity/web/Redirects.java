package org.mentoringroadmap.activity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Where a person goes after a form has been sent; never to another site. */
final class Redirects {
    private static final String TASKLIST = "/camunda/app/";

    private Redirects() {}

    /** Status 303 to a path of this application. */
    static ModelAndView to(String path) {
        RedirectView view = new RedirectView(path, true, false);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    /** Back to Tasklist, which has sent its own address; to the main page where the address is anything else. */
    static ModelAndView toTasklist(String callbackUrl, HttpServletRequest request) {
        return to(tasklist(callbackUrl, request));
    }

    /** Back to a page of ours; to the main page where the path is anything else. */
    static ModelAndView back(String path) {
        return to(path != null && path.matches("/[^/\\\\\\s][^\\\\\\s]*") ? path : "/");
    }

    private static String tasklist(String callbackUrl, HttpServletRequest request) {
        try {
            URI uri = new URI(callbackUrl == null ? "" : callbackUrl);
            boolean ours = uri.getHost() == null
                    ? uri.getScheme() == null && uri.getRawAuthority() == null
                    : uri.getHost().equalsIgnoreCase(request.getServerName());
            String path = uri.normalize().getRawPath();
            if (ours && path != null && path.startsWith(TASKLIST)) {
                return path
                        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                        + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
            }
        } catch (URISyntaxException e) {
            // not an address of Tasklist
        }
        return "/";
    }
}
