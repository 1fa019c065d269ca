package org.mentoringroadmap.school.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginsTest {
    @ParameterizedTest
    @CsvSource({
        "Щукин-Ёлкин Пётр Юрьевич, shchukin",
        "Объездчикова Жанна Цезаревна, obieezdchikova",
        "Ьь Анна, user",
        "Ю, iu",
        "Smith John, smith",
        "12 34, user"
    })
    void isTheSurnameInLatinLetters(String name, String login) {
        assertThat(Logins.of(List.of(name), any -> Set.of()))
                .containsExactly(login)
                .allMatch(one -> one.matches("[a-z][a-z.]+"));
    }

    @Test
    void twoOfOneSurnameAreToldApart() {
        Set<String> taken = Set.of("primerova", "primerova.ap2");
        List<Integer> asked = new ArrayList<>();
        List<String> names = List.of("Примерова Анна Петровна", "Примерова Алла Петровна", "Примерова Мария");

        List<String> logins = Logins.of(names, some -> {
            asked.add(some.size());
            return some.stream().filter(taken::contains).collect(Collectors.toSet());
        });

        assertThat(logins).containsExactly("primerova.ap3", "primerova.ap", "primerova.m");
        assertThat(asked).as("those that were taken are asked about again").containsExactly(3, 1, 1);
    }

    @Test
    void manyOfOneNameCostOneQuestion() {
        List<Integer> asked = new ArrayList<>();

        assertThat(Logins.of(Collections.nCopies(50, "Примеров Пётр"), some -> {
                    asked.add(some.size());
                    return Set.of();
                }))
                .doesNotHaveDuplicates()
                .startsWith("primerov", "primerov.p", "primerov.p2");
        assertThat(asked).containsExactly(50);
    }

    @Test
    void longSurnamesFitASlip() {
        assertThat(Logins.of(List.of("Щ".repeat(200) + " А"), any -> Set.of()).get(0))
                .hasSize(30);
    }
}
