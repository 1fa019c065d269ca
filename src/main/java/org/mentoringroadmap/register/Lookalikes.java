package org.mentoringroadmap.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.person.PersonName;

/**
 * Who may be one person entered twice: the same name with another birthday or none, the same words in another order, no
 * middle name, another surname with everything else the same, or one letter more, less or different. Of names that only resemble each other the birthdays must not contradict.
 */
final class Lookalikes {
    /** What is compared. */
    record Known(Long id, String nameKey, LocalDate birthDate, String givenKey) {
        Known(Long id, String nameKey, LocalDate birthDate) {
            this(id, nameKey, birthDate, null);
        }

        /** Of somebody whose name is known in its parts. */
        Known(Long id, String nameKey, LocalDate birthDate, String firstName, String middleName) {
            this(id, nameKey, birthDate, new PersonName("", firstName, middleName).givenKey());
        }
    }

    /** Two that look alike; the one entered earlier comes first. */
    record Pair(Long firstId, Long secondId) {
        static Pair of(Long one, Long other) {
            return one < other ? new Pair(one, other) : new Pair(other, one);
        }
    }

    private Lookalikes() {}

    /** All pairs among the people of a school; the time grows with their number, not with its square. */
    static Set<Pair> among(Collection<Known> people) {
        Map<String, List<Known>> buckets = new HashMap<>();
        for (Known known : people) {
            keys(known)
                    .forEach(key -> buckets.computeIfAbsent(key, none -> new ArrayList<>())
                            .add(known));
        }
        Set<Pair> pairs = new LinkedHashSet<>();
        for (Known known : people) {
            for (String key : keys(known)) {
                for (Known other : buckets.get(key)) {
                    if (known.id() < other.id() && alike(known, other)) {
                        pairs.add(Pair.of(known.id(), other.id()));
                    }
                }
            }
        }
        return pairs;
    }

    /** Whoever looks alike has one of these in common. */
    private static Set<String> keys(Known known) {
        String name = known.nameKey();
        Set<String> keys = new HashSet<>();
        keys.add(name);
        keys.add("~" + inOrder(name));
        keys.add("^" + withoutMiddle(name));
        if (known.birthDate() != null && known.givenKey() != null) {
            keys.add("+" + known.birthDate() + known.givenKey());
        }
        for (int at = 0; at < name.length(); at++) {
            keys.add(name.substring(0, at) + name.substring(at + 1)); // names one letter apart share one of these
        }
        return keys;
    }

    private static String withoutMiddle(String nameKey) {
        String[] words = nameKey.split(" ", 3);
        return words.length < 3 ? nameKey : words[0] + " " + words[1];
    }

    /** Whether two may be one person. */
    static boolean alike(Known one, Known other) {
        if (one.nameKey().equals(other.nameKey()) || differInTheSurnameOnly(one, other)) {
            return true;
        }
        boolean contradict = one.birthDate() != null
                && other.birthDate() != null
                && !one.birthDate().equals(other.birthDate());
        return !contradict
                && (lacksTheMiddle(one.nameKey(), other.nameKey())
                        || lacksTheMiddle(other.nameKey(), one.nameKey())
                        || inOrder(one.nameKey()).equals(inOrder(other.nameKey()))
                        || oneLetterApart(one.nameKey(), other.nameKey()));
    }

    private static boolean differInTheSurnameOnly(Known one, Known other) {
        return one.givenKey() != null
                && one.givenKey().equals(other.givenKey())
                && one.birthDate() != null
                && one.birthDate().equals(other.birthDate());
    }

    private static boolean lacksTheMiddle(String shorter, String longer) {
        return shorter.indexOf(' ') > 0
                && longer.startsWith(shorter + " ")
                && withoutMiddle(longer).equals(shorter);
    }

    private static String inOrder(String nameKey) {
        String[] words = nameKey.split(" ");
        Arrays.sort(words);
        return String.join(" ", words);
    }

    private static boolean oneLetterApart(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = one.length() >= other.length() ? other : one;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
            at++;
        }
        int skip = longer.length() == shorter.length() ? 1 : 0;
        return at == shorter.length() || longer.substring(at + 1).equals(shorter.substring(at + skip));
    }
}
