package org.mentoringroadmap.document.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** After a change the browser fetches a page, so that a reload repeats nothing. */
final class SeeOther {
    private SeeOther() {}

    static RedirectView to(String path) {
        RedirectView view = new RedirectView(path, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
