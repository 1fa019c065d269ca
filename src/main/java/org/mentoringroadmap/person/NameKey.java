package org.mentoringroadmap.person;

import java.util.regex.Pattern;
import org.mentoringroadmap.shared.TextKey;

/** How names and topics are compared. */
public final class NameKey {
    /** «Вагиф-оглы» and «Вагиф оглы» are one. */
    private static final Pattern SEPARATE = Pattern.compile("(?<=\\p{L})-(?=(?:" + PersonName.ENDINGS + ")(?: |$))");

    private NameKey() {}

    /** The {@link TextKey} without punctuation but hyphens within words; empty for null. */
    public static String of(String text) {
        String words = TextKey.of(text)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}-]+", " ")
                .replaceAll("[ -]*-[ -]*", "-")
                .replaceAll("^-|-$", "");
        return SEPARATE.matcher(words).replaceAll(" ").strip();
    }
}
