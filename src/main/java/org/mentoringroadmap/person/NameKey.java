package org.mentoringroadmap.person;

import java.util.regex.Pattern;
import org.mentoringroadmap.shared.TextKey;

/** How names and topics are compared. */
public final class NameKey {
    /** «Вагиф-оглы» and «Вагиф оглы» are one. */
    private static final Pattern SEPARATE = Pattern.compile("(?<=\\p{L})-(?=(?:" + PersonName.ENDINGS + ")(?: |$))");

    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{M}\\p{N}-]+");
    private static final Pattern SPACED_HYPHEN = Pattern.compile("[ -]*-[ -]*");
    private static final Pattern OUTER_HYPHEN = Pattern.compile("^-|-$");

    private NameKey() {}

    /** The {@link TextKey} without punctuation but hyphens within words; empty for null. */
    public static String of(String text) {
        String key = TextKey.of(text);
        String words = isWords(key) ? key : PUNCTUATION.matcher(key).replaceAll(" ");
        if (words.indexOf('-') >= 0) {
            words = SPACED_HYPHEN.matcher(words).replaceAll("-");
            words = OUTER_HYPHEN.matcher(words).replaceAll("");
            words = SEPARATE.matcher(words).replaceAll(" ");
        }
        return words.strip();
    }

    /** As names are, as a rule: letters, and a space or a hyphen between. */
    private static boolean isWords(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c != ' ' && c != '-' && !Character.isLetter(c)) {
                return false;
            }
        }
        return true;
    }
}
