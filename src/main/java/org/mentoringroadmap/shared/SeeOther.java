package org.mentoringroadmap.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** After a change the browser fetches a page, so that a reload repeats nothing. */
public final class SeeOther {
    private SeeOther() {}

    /** Status 303 to a path of this application. */
    public static RedirectView to(String path) {
        RedirectView view = new ToTheSamePlace(path);
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

    /**
     * Whoever has changed a line of a list comes back to the list as it was: with the search, the filters and the page that
     * the browser says the form stood on. Which line it was, the address of the form says behind its {@code #}, and
     * browsers keep that by themselves. Where the path names parameters, it says itself what is shown.
     */
    private static final class ToTheSamePlace extends RedirectView {
        ToTheSamePlace(String path) {
            super(path, true);
        }

        @Override
        protected String updateTargetUrl(
                String targetUrl, Map<String, Object> model, HttpServletRequest request, HttpServletResponse response) {
            int end = targetUrl.indexOf('#');
            String page = end < 0 ? targetUrl : targetUrl.substring(0, end);
            String query = page.contains("?") ? "" : queryOf(page, request.getHeader(HttpHeaders.REFERER));
            return query.isEmpty() ? targetUrl : page + "?" + query + targetUrl.substring(page.length());
        }

        /** What followed the path where the form stood on this page; empty where it stood elsewhere. */
        private static String queryOf(String page, String referer) {
            try {
                URI from = URI.create(referer == null ? "" : referer);
                return page.equals(from.getRawPath()) && from.getRawQuery() != null ? from.getRawQuery() : "";
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
    }
}
