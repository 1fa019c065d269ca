package org.mentoringroadmap.person;

import java.util.Locale;

/** How names and topics are compared: not every database folds Cyrillic, and people write «ё» as they like. */
public final class NameKey {
    private NameKey() {}

    /** Small letters, «е» for «ё», single spaces, no punctuation but hyphens; empty for null. */
    public static String of(String text) {
        return text == null
                ? ""
                : text.toLowerCase(Locale.ROOT)
                        .replace('ё', 'е')
                        .replaceAll("[^\\p{L}\\p{N}-]+", " ")
                        .strip();
    }
}
