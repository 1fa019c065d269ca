package org.mentoringroadmap.shared;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Phones as people write them: one or several, with words beside. */
public final class EnteredPhone {
    /** What a spreadsheet makes of a long number; the last figures are lost. */
    private static final Pattern BETWEEN = Pattern.compile("[^\\d\\s()+.-]+|\\s-\\s");

    private static final Pattern LOST =
            Pattern.compile("\\d[.,]\\d+\\s*[eEеЕ]\\s*\\+?\\s*\\d{1,2}(?!\\d)|\\d\\s*[eEеЕ]\\s*\\+\\s*\\d{1,2}(?!\\d)");

    /** A number that a spreadsheet took for a decimal one. */
    private static final Pattern DECIMAL = Pattern.compile("^\\+?(\\d{10,11})[.,]0{1,2}$");

    /** Of a mobile phone without its last figures: nobody writes five noughts in a row without a space. */
    private static final Pattern ROUNDED = Pattern.compile("(?<!\\d)[78]?9\\d{2,4}0{5,}(?!\\d)");

    private static final Pattern EXTENSION = Pattern.compile("(?:доб|вн|ext)\\p{L}*\\.?\\s*\\d{1,6}");
    private static final Pattern FIGURES = Pattern.compile("\\+?\\d+");
    private static final int MIN = 5;
    private static final int MAX_OF_A_CITY = 7;
    private static final int WITHOUT_CODE = 10;
    private static final int WITH_CODE = 11;
    private static final int MAX = 15;

    private EnteredPhone() {}

    /**
     * A phone without what a spreadsheet has added to a number.
     *
     * @param phone may be null
     * @throws UserInputException {@code input.phone-lost} where figures are lost for certain: «7,90012E+10»
     */
    public static String checked(String phone) {
        if (phone == null) {
            return null;
        }
        if (LOST.matcher(phone).find()) {
            throw new UserInputException("input.phone-lost", phone);
        }
        Matcher decimal = DECIMAL.matcher(phone);
        return decimal.matches() ? decimal.group(1) : phone;
    }

    /** What is odd about a phone, as a code of the message bundles; empty where it looks right. */
    public static Optional<String> doubt(String phone) {
        String text = EXTENSION.matcher(EnteredText.plain(phone).toLowerCase()).replaceAll(" ");
        if (text.codePoints().noneMatch(Character::isDigit)) {
            return Optional.of("doubt.phone-none");
        }
        if (ROUNDED.matcher(text).find()) {
            return Optional.of("doubt.phone-rounded");
        }
        for (String part : BETWEEN.split(text)) {
            if (!isOdd(part)) {
                continue;
            }
            return Optional.of("doubt.phone-length");
        }
        return Optional.empty();
    }

    /** Numbers stand in a part one after the other, each with spaces, brackets or hyphens within. */
    private static boolean isOdd(String part) {
        StringBuilder number = new StringBuilder();
        Matcher figures = FIGURES.matcher(part);
        while (figures.find()) {
            String next = figures.group();
            if (!number.isEmpty() && (next.startsWith("+") || isFull(number.toString(), next))) {
                if (isOddNumber(number.toString())) {
                    return true;
                }
                number.setLength(0);
            }
            number.append(next);
        }
        return !number.isEmpty() && isOddNumber(number.toString());
    }

    /** Whether the next figures belong to another number; how long one of another country is nobody knows. */
    private static boolean isFull(String number, String next) {
        int figures = number.replace("+", "").length();
        boolean foreign = number.startsWith("+") && !number.startsWith("+7");
        return !foreign && (figures >= WITH_CODE || figures == WITHOUT_CODE && next.length() > 1);
    }

    private static boolean isOddNumber(String number) {
        String figures = number.replace("+", "");
        int length = figures.length();
        if (number.startsWith("+")) {
            return length < WITHOUT_CODE || length > MAX || figures.startsWith("7") && length != WITH_CODE;
        }
        if (length == WITH_CODE) {
            return figures.charAt(0) != '7' && figures.charAt(0) != '8';
        }
        return length == WITHOUT_CODE
                ? "0127".indexOf(figures.charAt(0)) >= 0 || figures.startsWith("89")
                : length < MIN || length > MAX_OF_A_CITY;
    }
}
