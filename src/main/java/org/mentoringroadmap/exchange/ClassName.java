package org.mentoringroadmap.exchange;

import java.util.regex.Pattern;
import org.mentoringroadmap.school.ClassKey;
import org.mentoringroadmap.shared.EnteredText;

/** How lists write names of classes: «5 «А» класс», «кл. 5А», «5-й А». They are compared by {@link ClassKey}. */
final class ClassName {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern WORD = Pattern.compile("(?<!\\p{L})кл(?:\\.|асс[ае]?(?!\\p{L}))?(?!\\p{L})", FLAGS);

    /** Before a letter; a class may as well be called «5Й». */
    private static final Pattern ORDINAL =
            Pattern.compile("(?<=\\d)\\s*-?\\s*(?:ы?й|го)(?=[\\s«\"]+(?:(?!кл)\\p{L}|[«\"]))", FLAGS);

    private static final Pattern ORDINAL_ALONE = Pattern.compile("\\d+\\s*-?\\s*й\\s+кл.*", FLAGS);

    private ClassName() {}

    /** The key of the class that a list means. */
    static String of(String text) {
        return ClassKey.of(bare(text));
    }

    /** The name under which it would be added. */
    static String shortest(String text) {
        return ClassKey.shortest(bare(text));
    }

    private static String bare(String text) {
        return WORD.matcher(ORDINAL.matcher(EnteredText.plain(text)).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Whether a class may be added under this name: a year of school and, as a rule, a letter or a number. */
    static boolean isPlausible(String name) {
        return name.matches("(?:[0-9]|1[0-2])(?:[А-ЯЁ]{0,3}|[-/]\\d{1,2})") && !name.matches("1О.+");
    }

    /**
     * Whether a class of this name is so rare that a slip is likelier: not of the years 1 to 11, a letter О for a nought, a
     * «5-й класс» that says no letter.
     */
    static boolean isDoubtful(String text, String name) {
        return !name.matches("(?:[1-9]|1[01])(?!\\d).*")
                || name.matches("1О.*")
                || ORDINAL_ALONE.matcher(text.strip()).matches();
    }
}
