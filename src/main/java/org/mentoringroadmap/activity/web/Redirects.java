package org.mentoringroadmap.activity.web;

import org.mentoringroadmap.shared.SeeOther;
import org.springframework.web.servlet.ModelAndView;

/** Where a person goes after a form has been sent; never to another site. */
final class Redirects {
    private Redirects() {}

    /** Status 303 to a path of this application. */
    static ModelAndView to(String path) {
        return new ModelAndView(SeeOther.to(path));
    }

    /** Back to a page of ours; to the main page where the path is anything else. */
    static ModelAndView back(String path) {
        return to(path != null && path.matches("/[^/\\\\\\s][^\\\\\\s]*") ? path : "/");
    }
}
