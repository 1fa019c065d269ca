package org.mentoringroadmap.exchange;

import java.util.Locale;

/** How names of classes are compared: «5 а», «5-А», «5 «А» класс» and a Latin «5A» are all «5А». */
final class ClassName {
    private static final String LATIN = "ABCEHKMOPTXY";
    private static final String CYRILLIC = "АВСЕНКМОРТХУ";

    private ClassName() {}

    /** Capital letters and digits without anything between; Latin letters that look like Russian ones become those. */
    static String of(String text) {
        StringBuilder name = new StringBuilder();
        String words = text.toUpperCase(Locale.ROOT).replaceAll("(?<=[\\s\\p{Punct}»”\\d])(?:КЛАСС|КЛ)\\.?$", "");
        for (char c : words.toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                int latin = LATIN.indexOf(c);
                name.append(latin < 0 ? c : CYRILLIC.charAt(latin));
            }
        }
        return name.toString();
    }

    /** Whether a class may be added under this name: a year of school and, as a rule, a letter. */
    static boolean isPlausible(String name) {
        return name.matches("(?:[1-9]|1[0-2])[А-ЯЁ]{0,3}");
    }
}
