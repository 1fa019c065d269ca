package org.mentoringroadmap.shared;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Implemented by whoever decides who may open pages of a feature. Menus, tabs and links ask the same decision through
 * {@link OpenPages}, so that nothing leads to a refusal.
 */
public interface PageAccess {
    /** Path patterns of pages, such as {@code /programmes/{id}/partners}, and whether the acting account may open them. */
    Map<String, BooleanSupplier> pages();

    /**
     * Paths of pages on which something may wait for the acting account, and how much does, for the menu. Each page asks, so
     * it is counted with a query or two, however much there is.
     */
    default Map<String, LongSupplier> counts() {
        return Map.of();
    }
}
