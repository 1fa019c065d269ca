package org.mentoringroadmap.shared;

/** How titles and names of organisations are compared and looked for. */
public final class SearchKey {
    private SearchKey() {}

    /** The {@link TextKey} without quotes; empty for null. */
    public static String of(String text) {
        return TextKey.of(text)
                .replaceAll("[«»\"“”„']", "")
                .replaceAll(" +", " ")
                .strip();
    }
}
