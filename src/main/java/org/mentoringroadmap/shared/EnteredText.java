package org.mentoringroadmap.shared;

/** Texts as people enter them. */
public final class EnteredText {
    private EnteredText() {}

    /**
     * The text without control characters (PostgreSQL refuses some) and without space around it; null where nothing is
     * left.
     */
    public static String clean(String text) {
        if (text == null) {
            return null;
        }
        String clean = text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
        return clean.isEmpty() ? null : clean;
    }
}
