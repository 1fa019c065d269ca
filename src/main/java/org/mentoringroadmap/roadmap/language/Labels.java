package org.mentoringroadmap.roadmap.language;

import java.util.regex.Pattern;
import org.mentoringroadmap.roadmap.ModelProperties;

/** Labels as people read them in models and forms. */
public final class Labels {
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private Labels() {}

    /** Whether a person of the school can read the text; a text without words and one that is computed pass. */
    public static boolean isRussian(String text) {
        return text == null
                || CYRILLIC.matcher(text).find()
                || !LETTER.matcher(text).find()
                || ModelProperties.isExpression(text)
                || text.contains("{{");
    }
}
