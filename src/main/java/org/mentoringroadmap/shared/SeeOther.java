package org.mentoringroadmap.shared;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** After a change the browser fetches a page, so that a reload repeats nothing. */
public final class SeeOther {
    private SeeOther() {}

    /** Status 303 to a path of this application. */
    public static RedirectView to(String path) {
        RedirectView view = new RedirectView(path, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    /** To a page with these parameters in the order of their names; empty ones are left out. */
    public static RedirectView to(String path, Map<String, String> parameters) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(path);
        Map<String, String> given = new TreeMap<>(parameters);
        given.values().removeIf(value -> value == null || value.isBlank());
        given.keySet().forEach(name -> page.queryParam(name, "{" + name + "}"));
        return to(page.encode().buildAndExpand(given).toUriString());
    }
}
