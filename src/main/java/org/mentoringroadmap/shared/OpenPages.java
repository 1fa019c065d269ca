package org.mentoringroadmap.shared;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Tells menus, tabs and templates, there by its name {@code openPages}, which pages the acting account may open. */
@Component("openPages")
public class OpenPages {
    private final SortedMap<PathPattern, BooleanSupplier> pages = new TreeMap<>();

    OpenPages(List<PageAccess> features) {
        features.forEach(feature -> feature.pages().forEach(this::add));
    }

    private void add(String pattern, BooleanSupplier opens) {
        if (pages.put(PathPatternParser.defaultInstance.parse(pattern), opens) != null) {
            throw new IllegalStateException("Two say who may open " + pattern);
        }
    }

    /**
     * Whether the acting account may open a page; true for a page that everybody opens.
     *
     * @param path path within the application, without a query
     */
    public boolean open(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return pages.entrySet().stream()
                .filter(page -> page.getKey().matches(parsed))
                .findFirst()
                .map(Map.Entry::getValue)
                .map(BooleanSupplier::getAsBoolean)
                .orElse(true);
    }
}
