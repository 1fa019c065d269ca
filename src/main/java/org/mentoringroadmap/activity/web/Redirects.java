package org.mentoringroadmap.activity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.TasklistAddress;
import org.springframework.web.servlet.ModelAndView;

/** Where a person goes after a form has been sent; never to another site. */
final class Redirects {
    private Redirects() {}

    /** Status 303 to a path of this application. */
    static ModelAndView to(String path) {
        return new ModelAndView(SeeOther.to(path));
    }

    /** Back to Tasklist, which has sent its own address; to the main page where the address is anything else. */
    static ModelAndView toTasklist(String callbackUrl, HttpServletRequest request) {
        return to(TasklistAddress.of(callbackUrl, request.getServerName()));
    }

    /** Back to a page of ours; to the main page where the path is anything else. */
    static ModelAndView back(String path) {
        return to(path != null && path.matches("/[^/\\\\\\s][^\\\\\\s]*") ? path : "/");
    }
}
