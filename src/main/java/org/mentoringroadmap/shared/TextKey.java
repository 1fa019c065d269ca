package org.mentoringroadmap.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How texts are compared, whoever wrote them: not every database folds Cyrillic, people write «ё» as they like, and a
 * Latin «С» cannot be told from the Russian one. Keys of names, classes, headings and titles are all made of this.
 */
public final class TextKey {
    private static final Pattern DASH = Pattern.compile("\\p{Pd}");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private TextKey() {}

    /** The text as {@link EnteredText} leaves it, in small letters, «е» for «ё», «-» for each dash, single spaces; empty for null. */
    public static String of(String text) {
        String clean = EnteredText.clean(text);
        if (clean == null) {
            return "";
        }
        String letters = (EnteredText.isCyrillic(clean) ? EnteredText.inCyrillic(clean) : clean)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
        return SPACES.matcher(DASH.matcher(letters).replaceAll("-")).replaceAll(" ");
    }
}
