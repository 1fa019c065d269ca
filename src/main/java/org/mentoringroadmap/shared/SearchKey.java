package org.mentoringroadmap.shared;

import java.util.Locale;

/** How names are compared and looked for: not every database folds Cyrillic, and people write «ё» as they like. */
public final class SearchKey {
    private SearchKey() {}

    /** Small letters, «е» for «ё», single spaces, no quotes; empty for null. */
    public static String of(String text) {
        return text == null
                ? ""
                : text.toLowerCase(Locale.ROOT)
                        .replace('ё', 'е')
                        .replaceAll("[«»\"“”„']", "")
                        .replaceAll("\\s+", " ")
                        .strip();
    }
}
