package org.mentoringroadmap.matching.preference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.person.PersonName;

/**
 * Whom a name means that somebody has written into one field: surname and first name in whichever order, with initials, with
 * the class behind it or not. Where several fit nobody guesses.
 */
final class NameWritten {
    private static final Pattern CLASS = Pattern.compile("\\d{1,2}-?\\p{L}{0,2}");

    private final Set<String> words;
    private final Set<String> classes;

    private NameWritten(Set<String> words, Set<String> classes) {
        this.words = words;
        this.classes = classes;
    }

    static NameWritten of(String text) {
        List<String> all = Arrays.stream(
                        NameKey.of(PersonName.withoutNumber(text)).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        Predicate<String> isClass = word -> CLASS.matcher(word).matches();
        return new NameWritten(
                all.stream().filter(isClass.negate()).collect(Collectors.toSet()),
                all.stream().filter(isClass).map(NameWritten::plain).collect(Collectors.toSet()));
    }

    private static String plain(String className) {
        return className.replace("-", "");
    }

    /** Whether nothing that could be a name was written. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * Whom it can mean of these: who has every word of it in the name; where nobody has, who has the surname.
     *
     * @param classNames by key of the class
     */
    List<Participant> of(List<Participant> people, Map<Long, String> classNames) {
        if (isEmpty()) {
            return List.of();
        }
        List<Participant> whole = people.stream()
                .filter(one -> isNamed(one.person().details().name()))
                .toList();
        List<Participant> ofClass =
                whole.stream().filter(one -> isOfClass(one, classNames)).toList();
        return ofClass.isEmpty() ? whole : ofClass;
    }

    /** Who shares the surname at least, to be asked about. */
    List<Participant> near(List<Participant> people) {
        return people.stream()
                .filter(one -> Arrays.stream(
                                NameKey.of(one.person().details().lastName()).split(" "))
                        .anyMatch(words::contains))
                .toList();
    }

    /** A first name alone means nobody in particular: who is meant by it is asked. */
    boolean isCertain(Participant one) {
        return Arrays.stream(NameKey.of(one.person().details().lastName()).split(" "))
                .anyMatch(words::contains);
    }

    private boolean isNamed(PersonName name) {
        Set<String> parts = Set.copyOf(Arrays.asList(NameKey.of(name.full()).split(" ")));
        return words.stream()
                .allMatch(word -> parts.contains(word)
                        || word.length() == 1 && parts.stream().anyMatch(part -> part.startsWith(word)));
    }

    private boolean isOfClass(Participant one, Map<Long, String> classNames) {
        return classes.isEmpty()
                || one.classId()
                        .map(classNames::get)
                        .map(NameKey::of)
                        .map(NameWritten::plain)
                        .map(name -> name.replace(" ", ""))
                        .filter(classes::contains)
                        .isPresent();
    }
}
