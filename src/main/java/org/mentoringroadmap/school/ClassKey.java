package org.mentoringroadmap.school;

import java.util.Locale;
import java.util.regex.Pattern;
import org.mentoringroadmap.shared.EnteredText;

/**
 * How names of classes are read and compared: «5 а», «5-А», «5 «А» класс», «5-й А» and a Latin «5A» are all «5А». What tells
 * classes apart stays: «1-1» is not «11», «5Й» not «5И», and a character that names of classes do not have is in the key as
 * well.
 */
public final class ClassKey {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern WORD = Pattern.compile("(?<!\\p{L})кл(?:\\.|асс[ае]?(?!\\p{L}))?(?!\\p{L})", FLAGS);

    /** Before a letter; a class may as well be called «5Й». */
    private static final Pattern ORDINAL =
            Pattern.compile("(?<=\\d)\\s*-?\\s*(?:ы?й|го)(?=[\\s«\"]+(?:(?!кл)\\p{L}|[«\"]))", FLAGS);

    private static final Pattern USUAL = Pattern.compile("(?!1О)(?:[1-9]|1[01])(?:[А-ЯЁ]{0,3}|[-/]\\d{1,2})");

    /** What people set between the parts of a name. */
    private static final String BETWEEN = "[\\s.,:·_/\\\\|«»\"“”„'’()\\[\\]\\p{Pd}]";

    private static final Pattern BETWEEN_FIGURES = Pattern.compile("(?<=\\d)" + BETWEEN + "+(?=\\d)");
    private static final Pattern BETWEEN_LETTERS = Pattern.compile("(?<=\\p{L})\\s*[/+&,]\\s*(?=\\p{L})");
    private static final Pattern ELSEWHERE = Pattern.compile("(?<!\\d)" + BETWEEN + "+|" + BETWEEN + "+(?!\\d)");

    private ClassKey() {}

    /** The key of a name; empty for null. */
    public static String of(String name) {
        return BETWEEN_FIGURES.matcher(shortest(name)).replaceAll("-");
    }

    /** Whether the shortest name is one that schools give: a year from 1 to 11 and, as a rule, a letter or a number. */
    public static boolean isUsual(String shortest) {
        return USUAL.matcher(shortest).matches();
    }

    /** The name in the shortest way to write it, with the separator of figures as it was written: «5А», «1/0». */
    public static String shortest(String name) {
        String text = EnteredText.clean(name);
        if (text == null) {
            return "";
        }
        String bare = WORD.matcher(ORDINAL.matcher(text).replaceAll("")).replaceAll(" ");
        String capitals =
                EnteredText.inCyrillic(bare.strip()).toUpperCase(Locale.ROOT).replaceAll("^0+(?=\\d)", "");
        String separated = BETWEEN_FIGURES
                .matcher(capitals)
                .replaceAll(between -> between.group().contains("/") ? "/" : "-");
        String both = BETWEEN_LETTERS.matcher(separated).replaceAll("+");
        return ELSEWHERE.matcher(both).replaceAll("");
    }
}
