package org.mentoringroadmap.school.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Logins that a school need not think of: the surname, of a double one its first half, in Latin letters as passports spell it (table of ICAO Doc 9303, part 3,
 * section 6), with the initials where the surname is taken, and a number where these are taken too.
 */
final class Logins {
    /** Shorter ones are refused. */
    private static final int MIN_LENGTH = 2;
    /** As much of a surname as fits a slip, with room for initials and a number. */
    private static final int MAX_SURNAME = 30;

    private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private static final String[] LATIN =
            ("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia").split(" ");
    private static final Map<Integer, String> SPELLING = IntStream.range(0, LATIN.length)
            .boxed()
            .collect(Collectors.toMap(
                    letter -> (int) CYRILLIC.charAt(letter), letter -> LATIN[letter].replace("-", "")));

    private Logins() {}

    /**
     * A login for each of these names, surname first, that nobody has.
     *
     * @param taken which of some logins somebody has; asked once for all, and again for those that were taken
     * @return logins by name's place in the list, no two of them alike
     */
    static List<String> of(List<String> names, Function<Collection<String>, Set<String>> taken) {
        String[] logins = new String[names.size()];
        Set<String> tried = new HashSet<>();
        List<Integer> open = IntStream.range(0, logins.length).boxed().toList();
        while (!open.isEmpty()) {
            for (int place : open) {
                logins[place] = spellings(names.get(place))
                        .filter(login -> !tried.contains(login))
                        .findFirst()
                        .orElseThrow();
                tried.add(logins[place]);
            }
            Set<String> refused =
                    taken.apply(open.stream().map(place -> logins[place]).toList());
            open = open.stream()
                    .filter(place -> refused.contains(logins[place]))
                    .toList();
        }
        return List.of(logins);
    }

    /** What may be a login for this name, the shortest first, without an end. */
    private static Stream<String> spellings(String fullName) {
        String[] names = fullName.strip().split("\\s+");
        String surname = latin(names[0].replaceAll("(?<=.)-.*", ""));
        String plain = surname.length() < MIN_LENGTH ? "user" + surname : surname;
        String initials = Stream.of(names)
                .skip(1)
                .map(Logins::latin)
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(0, 1))
                .collect(Collectors.joining());
        String whole = initials.isEmpty() ? plain : plain + "." + initials;
        return Stream.concat(
                Stream.of(plain, whole),
                IntStream.iterate(2, number -> number + 1).mapToObj(number -> whole + number));
    }

    private static String latin(String name) {
        String letters = name.toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(letter -> SPELLING.getOrDefault(letter, Character.toString(letter)))
                .collect(Collectors.joining())
                .replaceAll("[^a-z]", "");
        return letters.substring(0, Math.min(letters.length(), MAX_SURNAME));
    }
}
