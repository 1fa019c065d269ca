package org.mentoringroadmap.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.person.ShortNames.Named;

class ShortNamesTest {
    private static final LocalDate DAY = LocalDate.of(2014, 5, 1);

    @Test
    void initialsAreEnoughWhereNobodyHasThemToo() {
        assertThat(names(named(1, "Да Силва", "Мария", "Петровна", "10А", DAY), named(2, "Ли", "Мин", null, "", null)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(1, "Да Силва М. П.", 2, "Ли М."));
    }

    @Test
    void twinsHaveTheirFirstNames() {
        assertThat(names(
                        named(1, "Близнецов", "Иван", "Ильич", "10А", DAY),
                        named(2, "Близнецов", "Илья", "Ильич", "10А", DAY),
                        named(3, "Близнецова", "Инна", "Ильинична", "10А", DAY)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(1, "Близнецов Иван И.", 2, "Близнецов Илья И.", 3, "Близнецова И. И."));
    }

    @Test
    void ofTheSameFirstNameThePatronymicTells() {
        assertThat(names(
                        named(1, "Примеров", "Пётр", "Ильич", "5А", DAY),
                        named(2, "Примеров", "Петр", "Иванович", "5А", DAY)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(1, "Примеров Пётр Ильич", 2, "Примеров Петр Иванович"));
    }

    @Test
    void namesakesHaveTheirClassOrBirthday() {
        assertThat(names(
                        named(1, "Примеров", "Пётр", "Ильич", "5А", DAY),
                        named(2, "Примеров", "Пётр", "Ильич", "7Б", DAY.minusYears(2)),
                        named(3, "Примеров", "Пётр", "Ильич", "7Б", DAY.minusYears(3))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        1, "Примеров Пётр Ильич (5А)",
                        2, "Примеров Пётр Ильич (01.05.2012)",
                        3, "Примеров Пётр Ильич (01.05.2011)"));
    }

    @Test
    void whoSharesEverythingIsToldApartAllTheSame() {
        Map<Integer, String> names =
                names(named(1, "Примеров", "Пётр", null, "", null), named(2, "Примеров", "Пётр", null, "", null));

        assertThat(names.get(1)).isNotEqualTo(names.get(2)).startsWith("Примеров Пётр");
    }

    @Test
    void whoStandsThereTwiceIsNoNamesake() {
        assertThat(names(
                        named(1, "Примеров", "Пётр", "Ильич", "5А", DAY),
                        named(1, "Примеров", "Пётр", "Ильич", "5А", DAY)))
                .containsExactlyEntriesOf(Map.of(1, "Примеров П. И."));
    }

    private static Named<Integer> named(
            int id, String last, String first, String middle, String group, LocalDate birthDate) {
        return new Named<>(id, new PersonName(last, first, middle), group, birthDate);
    }

    @SafeVarargs
    private static Map<Integer, String> names(Named<Integer>... people) {
        return ShortNames.of(List.of(people));
    }
}
