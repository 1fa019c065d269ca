package org.mentoringroadmap.exchange;

import java.util.regex.Pattern;

/** Which names of classes a list may add. They are read and compared by {@link org.mentoringroadmap.school.ClassKey}. */
final class ClassName {
    private static final Pattern ORDINAL_ALONE =
            Pattern.compile("\\d+\\s*-?\\s*й\\s+кл.*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private ClassName() {}

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
