package org.mentoringroadmap.person;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.FreeTexts;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people of the school have typed about other things and a person is named in, for the answer to that person. Others who
 * take part are not named in it: those data are theirs.
 */
@Unguarded
@Component
public class Mentions {
    /**
     * A text.
     *
     * @param about key of the words that say what it is about
     */
    public record Mention(String about, String text) {}

    private final List<FreeTexts> texts;
    private final PersonRepository people;
    private final NamesOfPeople names;
    private final JdbcClient jdbc;

    Mentions(List<FreeTexts> texts, PersonRepository people, NamesOfPeople names, JdbcClient jdbc) {
        this.texts = texts;
        this.people = people;
        this.names = names;
        this.jdbc = jdbc;
    }

    /** The texts that name a person, each once; whoever asks. */
    public List<Mention> of(Person person) {
        ErasedNames own = names.of(person);
        List<Mention> found = texts.stream()
                .filter(each -> !each.toldAs().isEmpty())
                .flatMap(each -> each.columns().stream()
                        .flatMap(column -> typed(column, person.schoolId()))
                        .filter(own::in)
                        .map(text -> new Mention(each.toldAs(), text)))
                .distinct()
                .toList();
        if (found.isEmpty()) {
            return found;
        }
        List<PersonDetails> others = people.findBySchoolIdAndAnonymisedOnIsNull(person.schoolId()).stream()
                .filter(other -> !isSame(person, other))
                .map(Person::details)
                .toList();
        return found.stream()
                .map(mention -> new Mention(mention.about(), withoutOthers(mention.text(), person, others)))
                .toList();
    }

    private static boolean isSame(Person person, Person other) {
        return other.id().equals(person.id())
                || other.mergedInto().filter(person.id()::equals).isPresent()
                || person.mergedInto().filter(other.id()::equals).isPresent();
    }

    private Stream<String> typed(FreeTexts.Column column, String schoolId) {
        return jdbc
                .sql("select distinct " + column.name() + " from " + column.table() + " where " + column.name()
                        + " is not null and " + column.scope())
                .param("school", schoolId)
                .query(String.class)
                .list()
                .stream();
    }

    /** Only those whose family name stands there are looked for; one that the person has too says nothing alone. */
    private static String withoutOthers(String text, Person person, Collection<PersonDetails> others) {
        String key = NameKey.of(text);
        String ownStem = ErasedNames.stem(person.details().lastName());
        List<PersonDetails> near = others.stream()
                .filter(other -> key.contains(ErasedNames.stem(other.lastName())))
                .toList();
        return near.isEmpty()
                ? text
                : ErasedNames.of(near, lastName -> !ErasedNames.stem(lastName).equals(ownStem))
                        .without(text);
    }
}
