package org.mentoringroadmap.shared;

import java.util.Locale;

/**
 * How texts are compared, whoever wrote them: not every database folds Cyrillic, people write «ё» as they like, and a
 * Latin «С» cannot be told from the Russian one. Keys of names, classes, headings and titles are all made of this.
 */
public final class TextKey {
    private TextKey() {}

    /** The text as {@link EnteredText} leaves it, in small letters, «е» for «ё», «-» for each dash, single spaces; empty for null. */
    public static String of(String text) {
        String clean = EnteredText.clean(text);
        if (clean == null) {
            return "";
        }
        return inOneForm(
                (EnteredText.isCyrillic(clean) ? EnteredText.inCyrillic(clean) : clean).toLowerCase(Locale.ROOT));
    }

    /** By hand, since each cell of a list comes through here: «е» for «ё», «-» for dashes, one space for several. */
    private static String inOneForm(String letters) {
        StringBuilder form = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (c == ' ' || c == '\n') { // no other space is left in a clean text
                if (form.length() > 0 && form.charAt(form.length() - 1) != ' ') {
                    form.append(' ');
                }
            } else if (c == 'ё') {
                form.append('е');
            } else {
                form.append(Character.getType(c) == Character.DASH_PUNCTUATION ? '-' : c);
            }
        }
        return form.toString();
    }
}
