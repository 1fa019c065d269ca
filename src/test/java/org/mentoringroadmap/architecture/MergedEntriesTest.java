package org.mentoringroadmap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Two entries of one person that were made one count once, whatever is asked. Each statement that reads participants or
 * people leaves the other entry out, or stands in {@code people/merged.csv} with the reason why it need not. What the
 * pages show is compared by {@code ListPagesTest}.
 */
class MergedEntriesTest {
    private static final Pattern READS_PEOPLE =
            Pattern.compile("(?is)\\b(from|join)\\s+(fetch\\s+)?(participant|person|p\\.person)\\b");
    private static final Pattern LEAVES_OUT =
            Pattern.compile("(?is)merged_?into\\s+is\\s+null|\\bnot\\s+in\\s*\\(.*merged_?into\\s+is\\s+not\\s+null");

    @Test
    void everyStatementLeavesThemOutOrSaysWhyNot() throws IOException {
        Map<String, Integer> counting = new TreeMap<>();
        ClassTexts.all()
                .forEach((name, texts) -> texts.stream()
                        .filter(text -> READS_PEOPLE.matcher(text).find()
                                && !LEAVES_OUT.matcher(text).find())
                        .forEach(text -> counting.merge(name, 1, Integer::sum)));
        Map<String, Integer> listed = new TreeMap<>();
        listed().filter(line -> !line[0].contains("#"))
                .forEach(line -> listed.put(line[0].strip(), Integer.valueOf(line[1].strip())));

        assertThat(counting)
                .as("a statement that reads participants says «merged_into is null», or its class stands in"
                        + " people/merged.csv with the number of those that do not and why")
                .isEqualTo(listed);
        assertThat(listed()).allSatisfy(line -> assertThat(line[2].strip()).isNotEmpty());
    }

    /** Queries that Spring Data makes of the names of methods: whose name names neither a key nor a person is listed. */
    @Test
    void everyDerivedQueryIsOfKnownPeopleOrListed() throws Exception {
        TreeSet<String> derived = new TreeSet<>();
        for (String name : ClassTexts.all().keySet()) {
            Class<?> type =
                    Class.forName(name.replace('/', '.'), false, getClass().getClassLoader());
            if (type.isInterface() && Repository.class.isAssignableFrom(type) && ofPeople(type)) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> !method.isAnnotationPresent(Query.class))
                        .map(Method::getName)
                        .filter(method -> !method.matches("\\w+By(\\w*And)?(PersonId|Id|ParticipantId)(In|And|Or|$).*"))
                        .forEach(method -> derived.add(type.getSimpleName() + "#" + method));
            }
        }
        assertThat(derived)
                .isEqualTo(listed().map(line -> line[0].strip())
                        .filter(name -> name.contains("#"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static boolean ofPeople(Class<?> repository) {
        return Arrays.stream(repository.getGenericInterfaces())
                .map(Object::toString)
                .anyMatch(text -> text.matches(".*\\.(Participant|Person),.*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(p) from Participant p",
                "select 1 from consent c join participant p on true",
                "SELECT id FROM person WHERE true",
                "select n from Note n join fetch n.participant p join fetch p.person h"
            })
    void theCheckSeesEveryWayToReadThem(String statement) {
        assertThat(READS_PEOPLE.matcher(statement).find()).isTrue();
        assertThat(LEAVES_OUT.matcher(statement).find()).isFalse();
    }

    private static Stream<String[]> listed() throws IOException {
        return new ClassPathResource("people/merged.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(";", 3));
    }
}
