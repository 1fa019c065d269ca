package org.mentoringroadmap.table;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.TextKey;

/** How headings are compared, whatever the list: without dots, brackets, owners and units, words that are cut short in full. */
public final class HeadingKey {
    /** Whose heading it is, which every list says in another way: «Ф.И.О. учащегося». */
    private static final Pattern OWNER = Pattern.compile(
            "(?<!\\p{L})(?:обучающ(?:егося|ейся|ихся)|учащ(?:егося|ейся|ихся)"
                    + "|ученика|ученицы|учеников|участника|участников|ребенка|детей|школьника|воспитанника|студента"
                    + "|ваш|ваша|ваше|ваши|вашего|вашей|наставника|наставляемого|наставников|наставляемых|сотрудника|работника)(?!\\p{L})");

    /** «Возраст от, лет». */
    private static final Pattern UNIT = Pattern.compile("(?<!\\p{L})(?:лет|год|года|чел|человек|час|часов)$");

    private static final Pattern INITIALS = Pattern.compile("(?<!\\p{L})ф и о(?!\\p{L})");

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("рожд", "рождения"),
            Map.entry("рожден", "рождения"),
            Map.entry("кл", "класс"),
            Map.entry("тел", "телефон"),
            Map.entry("моб", "мобильный"),
            Map.entry("эл", "электронная"),
            Map.entry("сот", "мобильный"),
            Map.entry("сотовый", "мобильный"),
            Map.entry("обуч", "ученика"),
            Map.entry("орг", "организация"),
            Map.entry("долж", "должность"),
            Map.entry("рук", "руководитель"),
            Map.entry("предст", "представителя"),
            Map.entry("род", "родителя"),
            Map.entry("фам", "фамилия"),
            Map.entry("отч", "отчество"));

    private HeadingKey() {}

    /** Small letters and digits, «е» for «ё», single spaces; a text without any stays as it is. */
    public static String plain(String text) {
        String words = TextKey.of(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return words.isEmpty() ? text.strip() : words;
    }

    /** The key under which a way to write a heading is kept. */
    public static String of(String text) {
        String together = INITIALS.matcher(plain(text)).replaceAll("фио");
        return Arrays.stream(together.split(" "))
                .map(word -> SHORT.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }

    /** The keys under which a heading may be kept, the nearest first. */
    public static Stream<String> all(String heading) {
        String bare = heading.replaceAll("\\(.*?\\)|\\[.*?]|[*?:]", " ");
        return Stream.of(bare, heading)
                .map(HeadingKey::of)
                .flatMap(key -> Stream.of(key, without(OWNER, key), without(UNIT, without(OWNER, key))));
    }

    private static String without(Pattern words, String key) {
        return words.matcher(key).replaceAll(" ").replaceAll(" +", " ").strip();
    }
}
