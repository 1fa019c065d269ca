package org.mentoringroadmap.person;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Names as people write them with Latin letters in file names and addresses, by whatever rules: «Щукин» as Shchukin,
 * Schukin or Sukin.
 */
final class LatinNames {
    private static final int SHORTEST_TELLING = 4;
    private static final String BEFORE = "(?<!\\p{L})";
    private static final String AFTER = "(?!\\p{L})";
    private static final String PARTED = "[\\s_.\\-]+";
    private static final Map<Character, String> LETTERS = new HashMap<>();

    static {
        String rules = """
                а a;б b;в v|w;г gh?|h;д d;е y?e|je|y?o|jo|io;ж zh|j|z;з z;и i|y;й y|j|i|;к k|c;л l;м m;н n;о o;п p;\
                р r;с ss?|c;т t;у ou|u;ф f|ph;х kh|h|x;ц ts|tc|tz|c;ч t?ch|c;ш sh|s;щ shch|sch|shh|sh|s;ъ '|ie|;ы y|i;\
                ь '|;э e;ю yu|iu|ju|u;я ya|ia|ja|a""";
        for (String rule : rules.strip().split(";")) {
            LETTERS.put(rule.strip().charAt(0), rule.strip().substring(2));
        }
    }

    private LatinNames() {}

    /**
     * A pattern for the family name with first name or initial on either side; for the family name alone, or with the
     * initial right before it, where nobody else of the school has it. Empty for a name that has other letters.
     */
    static Optional<String> of(String last, String first, Predicate<String> nobodyElse) {
        String family = ErasedNames.stem(last);
        String given = ErasedNames.stem(first);
        if (!isCyrillic(family) || !isCyrillic(given)) {
            return Optional.empty();
        }
        String initial = initial(given.charAt(0));
        boolean telling = family.length() >= SHORTEST_TELLING;
        String other =
                "(?:" + letters(given) + "\\p{L}{0,3}" + (telling ? "|" + initial : "") + ")(?:" + PARTED + "\\p{L})?";
        String surname = letters(family) + (telling ? "\\p{L}{0,4}" : "");
        String named = other + PARTED + surname + "|" + surname + PARTED + other;
        boolean alone = telling && nobodyElse.test(last);
        return Optional.of(BEFORE + "(?:" + named + (alone ? "|" + initial + "?" + surname : "") + ")" + AFTER);
    }

    /** «Ю.» is Yu. to some and Y. to others. */
    private static String initial(char letter) {
        String first = Arrays.stream(LETTERS.get(letter).split("\\|"))
                .filter(way -> !way.isEmpty() && Character.isLetter(way.charAt(0)))
                .map(way -> way.substring(0, 1))
                .collect(Collectors.joining("|"));
        return "(?:" + LETTERS.get(letter) + "|" + first + ")";
    }

    private static boolean isCyrillic(String word) {
        return !word.isEmpty() && word.chars().allMatch(letter -> LETTERS.containsKey((char) letter) || letter == '-');
    }

    private static String letters(String word) {
        StringBuilder pattern = new StringBuilder();
        word.chars()
                .forEach(letter ->
                        pattern.append(letter == '-' ? "[\\s_\\-]?" : "(?:" + LETTERS.get((char) letter) + ")"));
        return pattern.toString();
    }
}
