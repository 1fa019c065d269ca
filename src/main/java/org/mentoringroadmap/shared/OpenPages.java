package org.mentoringroadmap.shared;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Tells menus, tabs and templates, there by its name {@code openPages}, which pages the acting account may open. */
@Component("openPages")
public class OpenPages {
    private final SortedMap<PathPattern, BooleanSupplier> pages = new TreeMap<>();

    private final Map<String, LongSupplier> waiting = new HashMap<>();

    OpenPages(List<PageAccess> features) {
        features.forEach(feature -> feature.pages().forEach(this::add));
        features.forEach(feature -> waiting.putAll(feature.counts()));
    }

    /** How much waits for the acting account on a page; 0 where nobody counts it. */
    public long waiting(String path) {
        return waiting.getOrDefault(path, () -> 0).getAsLong();
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
