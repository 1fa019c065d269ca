package org.mentoringroadmap.document;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as schools write it in a journal: 42-ОД, 14-а, 21/1.
 *
 * @param text as the document prints it
 * @param key the same without spaces and without regard to upper and lower case: two numbers with one key are the same
 * @param value the running number inside; null when the text has none
 */
public record JournalNumber(String text, String key, Long value) {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String PLACE = "{n}";
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    /**
     * Reads a number.
     *
     * @param format habit of the school, with {@code {n}} where the running number stands
     */
    public static JournalNumber read(String text, String format) {
        String plain = text.strip().replaceAll("\\s+", " ").replaceFirst("^№\\s*", "");
        Matcher digits = digits(plain, format);
        return new JournalNumber(
                plain,
                plain.replace(" ", "").toUpperCase(RUSSIAN),
                digits == null ? null : Long.valueOf(digits.group()));
    }

    /** The first number of a series. */
    public static JournalNumber first(String format) {
        return read(format.replace(PLACE, "1"), format);
    }

    /** The number after this one, written the same way: leading zeros and what stands around the number stay. */
    public JournalNumber next(String format) {
        Matcher digits = digits(text, format);
        if (digits == null) {
            return first(format);
        }
        String next = String.valueOf(Long.parseLong(digits.group()) + 1);
        String padded = "0".repeat(Math.max(0, digits.group().length() - next.length())) + next;
        return read(text.substring(0, digits.start()) + padded + text.substring(digits.end()), format);
    }

    /** The running number inside a text: where the format says, else the first digits. */
    private static Matcher digits(String text, String format) {
        int place = format.indexOf(PLACE);
        String before = format.substring(0, place);
        String after = format.substring(place + PLACE.length());
        if (text.length() > before.length() + after.length()
                && text.startsWith(before)
                && text.endsWith(after)
                && DIGITS.matcher(text.substring(before.length(), text.length() - after.length()))
                        .matches()) {
            Matcher matcher = DIGITS.matcher(text);
            return matcher.find(before.length()) ? matcher : null;
        }
        Matcher first = DIGITS.matcher(text);
        return first.find() ? first : null;
    }

    /** Whether the text can serve as a format: one place for the number and not too long. */
    public static boolean isFormat(String format) {
        return format != null
                && format.length() <= 40
                && format.indexOf(PLACE) >= 0
                && format.indexOf(PLACE) == format.lastIndexOf(PLACE)
                && !format.replace(PLACE, "").matches(".*[{}<>].*");
    }
}
