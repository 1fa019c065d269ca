package org.mentoringroadmap.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.SearchKey;

/**
 * A name in its parts, and how Russian documents shorten it.
 *
 * @param lastName may be of several words
 * @param firstName empty where only one word is known
 * @param middleName patronymic; null where there is none
 */
public record PersonName(String lastName, String firstName, String middleName) {
    /** Words that end a patronymic of two: son and daughter of. They keep small letters. */
    static final String ENDINGS = "оглы|оглу|огли|угли|кызы|кзы|гызы|кизи|улы|уулу|ұлы|қызы";

    private static final Pattern ENDING =
            Pattern.compile("(?:" + ENDINGS + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PATRONYMIC = Pattern.compile(
            ".{2,}(?:вич|вна|ична|-(?:" + ENDINGS
                    + ")|улы|ұлы|уулу|кызы|қызы|гызы)|(?:Ил|Лук|Кузьм|Никит|Фом|Савв|Сил)ь?ич",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Set<String> NO_PATRONYMIC = Set.of(
            "",
            "нет",
            "нету",
            "отсутствует",
            "отсутств",
            "б о",
            "без отчества",
            "нет отчества",
            "отчества нет",
            "не имеет",
            "не имеется",
            "не указано",
            "не указан",
            "отчество отсутствует",
            "отсутствует отчество");
    private static final int MAX_NO_PATRONYMIC_LENGTH =
            NO_PATRONYMIC.stream().mapToInt(String::length).max().orElseThrow();
    private static final int WITHOUT_A_QUESTION = 3;

    /** A first word that is no whole surname; «Ван» and «Ле» are surnames. */
    private static final Pattern PARTICLE =
            Pattern.compile("да|де|дос|дю|фон|аль|эль|дель|ибн|тер", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NUMBER_BEFORE = Pattern.compile("^\\s*\\d{1,4}\\s*[.)]\\s*(?=\\p{L})");

    /** «П.И.» is two words. */
    private static final Pattern JOINED_INITIALS = Pattern.compile("(?<=\\p{L}\\.)(?=\\p{L})");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** How sure a reading is. */
    public enum Reading {
        CERTAIN,
        /** The patronymic at the end has told it. */
        SEVERAL_WORDS,
        /** Four words and more, or «да», «фон» before two others, and no patronymic that tells which are the surname. */
        DOUBTFUL,
        /** First name and patronymic stand before the surname. */
        SURNAME_LAST,
        /** A patronymic where the first name should be. */
        NO_SURNAME
    }

    /** A name that was read, and how sure that is. */
    public record Read(PersonName name, Reading reading) {}

    /** Whether a text only says that there is no patronymic: «нет», «б/о», «—». */
    public static boolean isNoPatronymic(String text) {
        return lettersOf(text) <= MAX_NO_PATRONYMIC_LENGTH && NO_PATRONYMIC.contains(NameKey.of(text));
    }

    private static int lettersOf(String text) {
        int letters = 0;
        for (int i = 0; text != null && i < text.length(); i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters;
    }

    /** Without the number that lists set before a name: «1. Иванов», «2) Петров». */
    public static String withoutNumber(String name) {
        return NUMBER_BEFORE.matcher(name).replaceFirst("");
    }

    /** The parts of a name that stands in one text, however sure that is. */
    public static PersonName of(String fullName) {
        return read(fullName).name();
    }

    /**
     * Reads a name that stands in one text: surname, first name, patronymic. What stands before a comma is the surname; a
     * patronymic at the end tells a surname of several words.
     */
    public static Read read(String fullName) {
        String clean = withoutNumber(EnteredText.plain(fullName));
        String[] sides = clean.split("\\s*,\\s*", 2);
        List<String> words = words(clean.replace(',', ' '));
        while (words.size() > 2 && isNoPatronymic(String.join(" ", words.subList(2, words.size())))) {
            words = words.subList(0, 2);
        }
        if (words.size() < 2) {
            return new Read(new PersonName(words.isEmpty() ? "" : words.get(0), "", null), Reading.CERTAIN);
        }
        boolean comma = sides.length == 2 && !sides[0].isBlank() && !sides[1].isBlank() && !isPatronymic(sides[1]);
        int first = comma ? Math.min(words(sides[0]).size(), words.size() - 1) : surnameWords(words);
        PersonName name = new PersonName(
                joined(words.subList(0, first)), words.get(first), joined(words.subList(first + 1, words.size())));
        Reading reading = comma ? (first > 1 ? Reading.SEVERAL_WORDS : Reading.CERTAIN) : reading(words, first);
        return new Read(reading == Reading.SURNAME_LAST ? surnameLast(words) : name, reading);
    }

    private static List<String> words(String text) {
        return Arrays.stream(SPACES.split(JOINED_INITIALS.matcher(text).replaceAll(" ")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String joined(List<String> words) {
        return words.isEmpty() ? null : String.join(" ", words);
    }

    /** How many of at least two words are the surname. */
    private static int surnameWords(List<String> words) {
        int patronymic = patronymicWords(words);
        if (words.size() > WITHOUT_A_QUESTION && patronymic > 0) {
            return words.size() - patronymic - 1;
        }
        return patronymic == 0 && isParticle(words) ? 2 : 1;
    }

    private static boolean isParticle(List<String> words) {
        return words.size() >= WITHOUT_A_QUESTION
                && PARTICLE.matcher(words.get(0)).matches();
    }

    /** How many words at the end are certainly a patronymic. */
    private static int patronymicWords(List<String> words) {
        String last = words.get(words.size() - 1);
        if (ENDING.matcher(last).matches()) {
            return 2;
        }
        return isPatronymic(last) ? 1 : 0;
    }

    private static boolean isPatronymic(String word) {
        return PATRONYMIC.matcher(word.strip()).matches();
    }

    private static PersonName surnameLast(List<String> words) {
        return new PersonName(words.get(2), words.get(0), words.get(1));
    }

    private static Reading reading(List<String> words, int surname) {
        int patronymic = patronymicWords(words);
        if (words.size() < WITHOUT_A_QUESTION) {
            return patronymic > 0 ? Reading.NO_SURNAME : Reading.CERTAIN;
        }
        if (words.size() > WITHOUT_A_QUESTION) {
            return patronymic == 0 ? Reading.DOUBTFUL : surname > 1 ? Reading.SEVERAL_WORDS : Reading.CERTAIN;
        }
        if (patronymic > 1) {
            return Reading.NO_SURNAME;
        }
        if (patronymic == 0 && isParticle(words)) {
            return Reading.DOUBTFUL;
        }
        return patronymic == 0 && isPatronymic(words.get(1)) ? Reading.SURNAME_LAST : Reading.CERTAIN;
    }

    /**
     * A word of a name as names are written: a word in capitals, or a whole name in small letters, gets a capital; «оглы»
     * stays small.
     */
    public static String written(String name) {
        boolean small = name.equals(name.toLowerCase(Locale.ROOT));
        return WORD.matcher(name)
                .replaceAll(word -> ending(word.group(), word.start() > 0)
                        ? word.group().toLowerCase(Locale.ROOT)
                        : small || isShouted(word.group()) ? capital(word.group()) : word.group());
    }

    private static boolean ending(String word, boolean within) {
        return within && ENDING.matcher(word).matches();
    }

    private static boolean isShouted(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    /** «Иванова А. П.», «Да Силва М. П.»; a single word stays as it is. */
    public String initials() {
        return lastName + initial(firstName) + initial(middleName);
    }

    /** «А. П. Иванова», the order at a signature. */
    public String signature() {
        return (initial(firstName) + initial(middleName) + " " + lastName).strip();
    }

    /** «Иванова Анна П.». */
    String withFirstName() {
        return (lastName + " " + firstName).strip() + initial(middleName);
    }

    /** «Иванова Анна Петровна». */
    public String full() {
        return (lastName + " " + firstName).strip() + (middleName == null ? "" : " " + middleName);
    }

    /** Whether both may be one person's, however they are written; a patronymic that one of them leaves out tells nothing. */
    public boolean mayBe(PersonName other) {
        return same(lastName, other.lastName)
                && same(firstName, other.firstName)
                && (middleName == null || other.middleName == null || same(middleName, other.middleName));
    }

    private static boolean same(String one, String other) {
        return SearchKey.of(Objects.requireNonNullElse(one, ""))
                .equals(SearchKey.of(Objects.requireNonNullElse(other, "")));
    }

    /** First name and patronymic as they are compared; null without a patronymic, as a first name alone tells little. */
    public String givenKey() {
        return middleName == null ? null : NameKey.of(firstName + " " + middleName);
    }

    private static String initial(String name) {
        return name == null || name.isBlank() ? "" : " " + Character.toString(name.codePointAt(0)) + ".";
    }
}
