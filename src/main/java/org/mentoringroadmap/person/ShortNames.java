package org.mentoringroadmap.person;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Short names of people who are shown together: each has the shortest form that nobody else beside it has. Initials as a
 * rule, of twins the first names, of namesakes the class or the birthday as well.
 */
public final class ShortNames {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** From the shortest to the longest. */
    private static final List<Function<Named<?>, String>> FORMS = List.of(
            named -> named.name().initials(),
            named -> named.name().withFirstName(),
            named -> named.name().full(),
            named -> with(named, named.group()),
            named -> with(named, named.birthDate() == null ? "" : DAY.format(named.birthDate())),
            named -> with(named, named.group() + ", № " + named.id()));

    private static final List<Function<Named<?>, String>> FULL_FORMS = List.of(
            named -> joined(named.name().full(), named.group()),
            named -> joined(ofNamesake(named.name(), named.birthDate(), named.id()), named.group()),
            named -> joined(ofNamesake(named.name(), null, named.id()), named.group()));

    private ShortNames() {}

    /**
     * Somebody of them.
     *
     * @param id tells people apart who share everything else
     * @param group class or post; may be empty
     * @param birthDate may be null
     */
    public record Named<K>(K id, PersonName name, String group, LocalDate birthDate) {}

    /** The short name of each by id; who is there twice has one. */
    public static <K> Map<K, String> of(Collection<Named<K>> people) {
        return apart(people, FORMS);
    }

    /** The full name of each with the class or post, «Примеров Пётр Петрович, 5А»; of namesakes the birthday as well. */
    public static <K> Map<K, String> full(Collection<Named<K>> people) {
        return apart(people, FULL_FORMS);
    }

    /** The full name of somebody whose name another one has: with the birthday, else with the number of the entry. */
    static String ofNamesake(PersonName name, LocalDate birthDate, Object id) {
        return name.full() + " (" + (birthDate == null ? "№ " + id : DAY.format(birthDate)) + ")";
    }

    private static <K> Map<K, String> apart(Collection<Named<K>> people, List<Function<Named<?>, String>> forms) {
        Map<K, Named<K>> open = new LinkedHashMap<>();
        people.forEach(named -> open.putIfAbsent(named.id(), named));
        Map<K, String> names = new HashMap<>();
        Set<String> given = new HashSet<>();
        for (Function<Named<?>, String> form : forms) {
            Map<String, Long> uses = open.values().stream()
                    .collect(Collectors.groupingBy(named -> NameKey.of(form.apply(named)), Collectors.counting()));
            List.copyOf(open.values()).forEach(named -> {
                String name = form.apply(named);
                if (uses.get(NameKey.of(name)) == 1 && given.add(NameKey.of(name))) {
                    names.put(named.id(), name);
                    open.remove(named.id());
                }
            });
        }
        open.forEach((id, named) -> names.put(id, forms.get(forms.size() - 1).apply(named)));
        return names;
    }

    private static String joined(String name, String group) {
        return group.isEmpty() ? name : name + ", " + group;
    }

    private static String with(Named<?> named, String more) {
        String shown = more.replaceAll("^, ", "");
        return shown.isEmpty() ? named.name().full() : named.name().full() + " (" + shown + ")";
    }
}
