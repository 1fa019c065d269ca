package org.mentoringroadmap.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReadingRuleTest {
    /** «Keepers» are director, deputy, curator and secretary; «responsible»: the role answers for the activity. */
    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    PUBLIC   | in work  | foreign     | keepers
                    PUBLIC   | in force | foreign     | all
                    PUBLIC   | in work  | responsible | all but administrator
                    PUBLIC   | in force | responsible | all
                    STAFF    | in work  | foreign     | keepers
                    STAFF    | in force | foreign     | all but mentor
                    STAFF    | in work  | responsible | all but administrator
                    STAFF    | in force | responsible | all
                    CHILDREN | in work  | foreign     | keepers
                    CHILDREN | in force | foreign     | keepers
                    CHILDREN | in work  | responsible | all but administrator, class-teacher, teacher, mentor
                    CHILDREN | in force | responsible | all but administrator, class-teacher, teacher, mentor
                    SPECIAL  | in work  | foreign     | curator
                    SPECIAL  | in force | foreign     | curator
                    SPECIAL  | in work  | responsible | all but administrator, class-teacher, teacher, mentor
                    SPECIAL  | in force | responsible | all but administrator, class-teacher, teacher, mentor
                    """)
    void whoReads(DataClass data, String state, String tie, String readers) {
        Set<Role> read = Arrays.stream(Role.values())
                .filter(role -> ReadingRule.allows(
                        role,
                        new Paper(
                                data,
                                state.equals("in force"),
                                tie.equals("responsible") ? Set.of(role) : Set.of(),
                                false)))
                .collect(Collectors.toSet());

        assertThat(read).isEqualTo(roles(readers));
    }

    @ParameterizedTest
    @EnumSource(DataClass.class)
    void whatSomebodyBroughtIsTheirs(DataClass data) {
        assertThat(Role.values()).allMatch(role -> ReadingRule.allows(role, new Paper(data, false, Set.of(), true)));
    }

    /** Only the own role counts: a teacher reads no draft because the deputy answers for it. */
    @Test
    void theResponsibilityOfOthersOpensNothing() {
        Paper draft = new Paper(DataClass.STAFF, false, Set.of(Role.PSYCHOLOGIST), false);

        assertThat(ReadingRule.allows(Role.PSYCHOLOGIST, draft)).isTrue();
        assertThat(ReadingRule.allows(Role.TEACHER, draft)).isFalse();
    }

    private static Set<Role> roles(String words) {
        Set<Role> all = EnumSet.allOf(Role.class);
        if (words.equals("all")) {
            return all;
        }
        if (words.equals("keepers")) {
            return Set.of(Role.DIRECTOR, Role.DEPUTY, Role.CURATOR, Role.SECRETARY);
        }
        if (words.startsWith("all but ")) {
            all.removeAll(named(words.substring("all but ".length())));
            return all;
        }
        return Set.copyOf(named(words));
    }

    private static List<Role> named(String words) {
        return Stream.of(words.split(", ")).map(id -> Role.of(id).orElseThrow()).toList();
    }
}
