package org.mentoringroadmap.person;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds a person who is to be forgotten in what people have written: the family name with first name or initials on either
 * side, in any case, with «е» for «ё»; the family name alone where nobody else of the school has it;
 * telephones, however they are written, and mail; and the same names in Latin letters, as files and addresses have them.
 * The representative is looked for in the same way.
 */
public final class ErasedNames {
    private static final String GONE = "[…]";
    private static final int SHORTEST_CONTACT = 6;
    private static final int SHORTEST_STEM = 3;
    private static final int PHONE_DIGITS = 10;
    private static final String PARTED = "[\\s()\\-–—.\u00a0]*";
    private static final String BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String AFTER = "(?![\\p{L}\\p{N}])";

    /** Between the words of a name; a file or an address has them joined by a single sign. */
    private static final String GAP = "(?:[\\s_+]+|[-–.])";

    /** Letters as an address has them that was copied from a browser. */
    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    private static final Pattern ENDING = Pattern.compile("(?iu)(ый|ий|ой|ая|яя|[аяьйоеиыую])$");

    private final List<Pattern> patterns;

    private ErasedNames(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * Names of one person.
     *
     * @param entries all that was entered about the person, in every entry of the school
     * @param nobodyElse tells of a family name whether nobody else of the school has it
     */
    public static ErasedNames of(List<PersonDetails> entries, Predicate<String> nobodyElse) {
        List<Pattern> patterns = new ArrayList<>();
        List<Pattern> latin = new ArrayList<>();
        for (PersonDetails entry : entries) {
            patterns.add(name(entry.lastName(), entry.firstName(), entry.middleName(), nobodyElse));
            latin(latin, entry.lastName(), entry.firstName(), nobodyElse);
            if (entry.representativeName() != null) {
                String[] words = entry.representativeName().split("\\s+");
                if (words.length > 1) {
                    patterns.add(name(words[0], words[1], words.length > 2 ? words[2] : null, nobodyElse));
                    latin(latin, words[0], words[1], nobodyElse);
                } else if (nobodyElse.test(words[0])) {
                    patterns.add(compiled(BEFORE + inflected(words[0]) + AFTER));
                }
            }
            Stream.of(entry.phone(), entry.email(), entry.representativePhone())
                    .filter(Objects::nonNull)
                    .flatMap(contacts -> Arrays.stream(contacts.split("[,;]")).map(String::strip))
                    .filter(contact -> contact.length() >= SHORTEST_CONTACT)
                    .forEach(contact -> patterns.add(compiled(anyhow(contact))));
        }
        patterns.addAll(latin); // the last ones: an address goes as a whole
        return new ErasedNames(patterns);
    }

    private static void latin(List<Pattern> patterns, String last, String first, Predicate<String> nobodyElse) {
        LatinNames.of(last, first, nobodyElse).map(ErasedNames::compiled).ifPresent(patterns::add);
    }

    /** A telephone is the same however its digits are parted and whether eight, seven or nothing stands before them. */
    private static String anyhow(String contact) {
        String digits = contact.replaceAll("\\D", "");
        if (contact.contains("@") || digits.length() < PHONE_DIGITS) {
            return Pattern.quote(contact);
        }
        String number = digits.substring(digits.length() - PHONE_DIGITS);
        return "(?<!\\d)(?:(?:\\+?7|8)" + PARTED + ")?\\(?" + String.join(PARTED, number.split("")) + "(?!\\d)";
    }

    /** What is common to all cases of a family name: small letters, «е» for «ё», without the ending. */
    public static String stem(String word) {
        String key = NameKey.of(word);
        String stem = ENDING.matcher(key).replaceFirst("");
        return stem.length() < SHORTEST_STEM ? key : stem;
    }

    /** Whether the person is named in the text. */
    public boolean in(String text) {
        return text != null && (isNamed(text) || isNamed(decoded(text)));
    }

    /** The text without the person; never longer than it was. */
    public String without(String text) {
        String left = isNamed(decoded(text)) ? decoded(text) : text;
        for (Pattern pattern : patterns) {
            left = pattern.matcher(left).replaceAll(GONE);
        }
        return left.length() > text.length() ? left.substring(0, text.length()) : left;
    }

    private boolean isNamed(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    private static String decoded(String text) {
        return ENCODED.matcher(text)
                .replaceAll(run -> Matcher.quoteReplacement(URLDecoder.decode(run.group(), StandardCharsets.UTF_8)));
    }

    private static Pattern name(String last, String first, String middle, Predicate<String> nobodyElse) {
        String family = inflected(last) + AFTER;
        String given = inflected(first) + AFTER;
        String patronymic = middle == null ? "" : "(?:" + GAP + inflected(middle) + AFTER + ")?";
        String initials = letters(first.substring(0, 1)) + "\\.(?:\\s*\\p{L}\\.)?";
        String before = "(?:" + given + patronymic + GAP + "|" + initials + "\\s*)";
        String after = "(?:" + GAP + "(?:" + given + patronymic + "|" + initials + "))";
        return compiled(
                nobodyElse.test(last)
                        ? BEFORE + before + "?" + family + after + "?"
                        : BEFORE + "(?:" + before + family + "|" + family + after + ")");
    }

    /** «Римского-Корсакова» is «Римский-Корсаков». */
    private static String inflected(String word) {
        return Arrays.stream(word.split("-"))
                .map(part -> letters(stem(part)) + (stem(part).matches(".*\\p{L}.{2,}") ? "\\p{L}{0,3}" : ""))
                .collect(Collectors.joining("-"));
    }

    private static String letters(String stem) {
        return stem.chars()
                .mapToObj(each -> Character.isLetter(each)
                        ? "[" + letter((char) each) + "]"
                        : Pattern.quote(String.valueOf((char) each)))
                .collect(Collectors.joining());
    }

    private static String letter(char letter) {
        return "её".indexOf(Character.toLowerCase(letter)) >= 0 ? "её" : String.valueOf(letter);
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
