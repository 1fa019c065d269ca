package org.mentoringroadmap.roadmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of activities as papers write them: {@code 1.4.2a}, {@code II.3}, {@code А.1}, {@code P4.1.1}; parts with dots
 * between, as many levels as the paper has. Numbers may be missing, and an activity may stand in the paper several times,
 * under a number each. In front of a number three digits and a hyphen may stand, {@code 000-1.4.2a}, which are not printed:
 * they tell roadmaps apart in an archive, and no roadmap needs them.
 */
public final class RoadmapItems {
    /** Longest number that pages and tables hold. */
    public static final int MAX_LENGTH = 20;

    private static final Pattern PREFIX = Pattern.compile("^\\d{3}-");
    /** The letter of a section of the school's programme, {@code P4}; every keyboard has it. */
    private static final Pattern SECTION_OF_PROGRAMME = Pattern.compile("^[Pp](?=\\d)");

    /** The letter of a part of a row, {@code 1.4.2a}. */
    private static final Pattern PART_OF_ROW = Pattern.compile("(?<=\\d)[a-z](?![\\p{L}\\d])");

    private static final String PART = "(\\p{L}{0,3}\\d{1,3}\\p{L}?|\\p{L}|[IVX]{2,6})";
    private static final Pattern FORMAT = Pattern.compile("(\\d{3}-)?" + PART + "(\\." + PART + ")*");
    private static final Pattern TOKEN = Pattern.compile("\\d+|[^\\d]+");
    private static final Pattern ROMAN = Pattern.compile("X{0,3}(IX|IV|V?I{0,3})");
    /** A comma right between two parts, one of which is a part alone: {@code 1,2,5}, {@code 1.2,5}, not {@code 1.1,1.2}. */
    private static final Pattern COMMA_FOR_DOT =
            Pattern.compile("(?<![\\p{L}\\d.-])[\\p{L}\\d]+,[\\p{L}\\d]|[\\p{L}\\d],[\\p{L}\\d]+(?![\\p{L}\\d.-])");

    private static final Pattern DIVIDER = Pattern.compile("\\s*[,;]\\s*");
    private static final Map<Character, Integer> ROMAN_DIGITS = Map.of('I', 1, 'V', 5, 'X', 10);

    private RoadmapItems() {}

    /** The numbers that an element lists; commas or semicolons between, full stops behind them are left out. */
    public static List<String> list(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(DIVIDER.split(text.strip()))
                        .map(item -> item.replaceAll("[.)]+$", ""))
                        .filter(item -> !item.isEmpty())
                        .distinct()
                        .toList();
    }

    /** Whether a list may be one number with commas in place of dots; whoever means several writes a space between them. */
    public static boolean isDoubtful(String text) {
        return text != null && COMMA_FOR_DOT.matcher(text).find();
    }

    /** The number under which everything about an activity is kept: the first that its element lists; null for none. */
    public static String main(String text) {
        return list(text).stream().findFirst().orElse(null);
    }

    /**
     * Orders items as people count: 1.4.2a, 1.4.2b, 1.10.1; Arabic and Roman numbers before letters. What is not printed
     * does not count: in one roadmap some numbers may have it and others not.
     */
    public static Comparator<String> order() {
        return RoadmapItems::compare;
    }

    /**
     * The number as it stands in the paper: without the prefix of the roadmap and with Russian letters, {@code 1.4.2б} for
     * {@code 1.4.2b} and {@code П4.1} for {@code P4.1}. Roman numbers are as they are.
     */
    public static String printed(String item) {
        String number = SECTION_OF_PROGRAMME.matcher(plain(item)).replaceAll(Messages.text("item.section"));
        return PART_OF_ROW.matcher(number).replaceAll(letter -> {
            String letters = Messages.text("item.letters");
            int place = letter.group().charAt(0) - 'a';
            return place < letters.length() ? letters.substring(place, place + 1) : letter.group();
        });
    }

    /** The number as models write it, without the prefix of the roadmap: {@code 1.4.2b}. */
    public static String plain(String item) {
        return PREFIX.matcher(item).replaceFirst("");
    }

    /** Whether two numbers are one in the paper: people write them without the prefix and with Russian letters. */
    public static boolean same(String item, String other) {
        return printed(item).equalsIgnoreCase(printed(other));
    }

    /** Whether a text has the shape of an item number. */
    public static boolean isWellFormed(String item) {
        return item.length() <= MAX_LENGTH && FORMAT.matcher(item).matches();
    }

    /** Whether a text has the shape of the number of a stage: digits, a Roman number, or a letter that digits may follow. */
    public static boolean isStage(String number) {
        return number.matches("\\d{1,3}(\\.\\d{1,3})*|\\p{L}\\d{0,2}") || isRoman(number);
    }

    /** Whether two numbers of stages are counted in one way: both in digits, Roman, letters alone, or one letter with digits. */
    static boolean areCountedTogether(String stage, String other) {
        return !stage.isEmpty() && !other.isEmpty() && way(stage).equals(way(other));
    }

    private static String way(String stage) {
        if (isRoman(stage)) {
            return "I";
        }
        return stage.length() == 1 && Character.isLetter(stage.charAt(0))
                ? "letter"
                : stage.replaceAll("\\d+(\\.\\d+)*", "1");
    }

    /** Whether an item stands under a heading: {@code 1.4.2} under {@code 1} and under {@code 1.4}, not under {@code 1.40}. */
    public static boolean isUnder(String item, String heading) {
        String number = printed(item);
        return !heading.isEmpty() && (number.equals(heading) || number.startsWith(heading + "."));
    }

    /** The longest of the headings under which an item stands; empty where it is under none. */
    public static Optional<String> heading(String item, Collection<String> headings) {
        return headings.stream().filter(heading -> isUnder(item, heading)).max(Comparator.comparing(String::length));
    }

    /**
     * Whether the first part of a number must be one of these sections for somebody to find the row in the paper: one with
     * letters always, one of digits where a section has digits. Numbers of one part count rows, and {@code 0.1} stands before
     * the first section.
     */
    public static boolean needsSection(String item, Collection<String> sections) {
        String[] parts = printed(item).split("\\.");
        return parts.length > 1
                && !parts[0].matches("0+")
                && (!parts[0].matches("\\d+")
                        || sections.stream().anyMatch(section -> Character.isDigit(section.charAt(0))));
    }

    /** A number with Latin letters for all Russian ones that look the same. */
    public static String alike(String number) {
        StringBuilder alike = new StringBuilder(number);
        String ours = Messages.text("item.alike.russian");
        String foreign = Messages.text("item.alike.latin");
        for (int i = 0; i < alike.length(); i++) {
            int place = ours.indexOf(alike.charAt(i));
            if (place >= 0) {
                alike.setCharAt(i, foreign.charAt(place));
            }
        }
        return alike.toString();
    }

    private static int compare(String left, String right) {
        String[] lefts = printed(left).split("\\.");
        String[] rights = printed(right).split("\\.");
        for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
            int result = comparePart(lefts[i], rights[i]);
            if (result != 0) {
                return result;
            }
        }
        int bySize = Integer.compare(lefts.length, rights.length);
        return bySize != 0 ? bySize : left.compareTo(right);
    }

    private static int comparePart(String left, String right) {
        if (isRoman(left) && isRoman(right)) {
            return Integer.compare(roman(left), roman(right));
        }
        List<String> lefts = tokens(left);
        List<String> rights = tokens(right);
        for (int i = 0; i < Math.min(lefts.size(), rights.size()); i++) {
            int result = compareToken(lefts.get(i), rights.get(i));
            if (result != 0) {
                return result;
            }
        }
        return Integer.compare(lefts.size(), rights.size());
    }

    private static int compareToken(String left, String right) {
        boolean leftNumber = Character.isDigit(left.charAt(0));
        boolean rightNumber = Character.isDigit(right.charAt(0));
        if (leftNumber && rightNumber) {
            return Integer.compare(Integer.parseInt(left), Integer.parseInt(right));
        }
        return leftNumber == rightNumber ? left.compareTo(right) : leftNumber ? -1 : 1;
    }

    private static List<String> tokens(String part) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(part);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static boolean isRoman(String part) {
        return !part.isEmpty() && ROMAN.matcher(part).matches();
    }

    private static int roman(String part) {
        int sum = 0;
        for (int i = 0; i < part.length(); i++) {
            int digit = ROMAN_DIGITS.get(part.charAt(i));
            boolean subtracted = i + 1 < part.length() && ROMAN_DIGITS.get(part.charAt(i + 1)) > digit;
            sum += subtracted ? -digit : digit;
        }
        return sum;
    }
}
