package org.mentoringroadmap.person;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By which names somebody is found in what people of the school have written. */
@Component
public class NamesOfPeople {
    private final PersonRepository people;
    private final JdbcClient jdbc;

    NamesOfPeople(PersonRepository people, JdbcClient jdbc) {
        this.people = people;
        this.jdbc = jdbc;
    }

    /** Names of one person, in every entry that was made one with it. */
    public ErasedNames of(Person person) {
        List<Person> entries = people.findByIdOrMergedInto(person.id(), person.id());
        return of(
                person.schoolId(),
                entries.stream().map(Person::details).toList(),
                entries.stream().map(Person::id).toList());
    }

    /**
     * Names of one person; the family name alone is one of them where nobody else of the school has it.
     *
     * @param details what is entered about the person
     * @param entries keys of every entry of the person
     */
    public ErasedNames of(String schoolId, List<PersonDetails> details, List<Long> entries) {
        return ErasedNames.of(details, lastName -> isOnlyTheirs(schoolId, entries, ErasedNames.stem(lastName)));
    }

    private boolean isOnlyTheirs(String schoolId, List<Long> entries, String stem) {
        boolean another = jdbc
                .sql("select name_key from person where school_id = :school and id not in (:ids)"
                        + " and anonymised_on is null and merged_into is null")
                .param("school", schoolId)
                .param("ids", entries)
                .query(String.class)
                .list()
                .stream()
                .anyMatch(key -> key.startsWith(stem));
        return !another
                && jdbc
                        .sql("select full_name from staff_member where school_id = :school")
                        .param("school", schoolId)
                        .query(String.class)
                        .list()
                        .stream()
                        .noneMatch(name -> NameKey.of(name).startsWith(stem));
    }
}
