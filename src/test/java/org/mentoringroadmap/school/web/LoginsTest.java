package org.mentoringroadmap.school.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
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
        assertThat(new Logins(any -> false, Set.of()).of(name)).isEqualTo(login).matches("[a-z][a-z.]+");
    }

    @Test
    void twoOfOneSurnameAreToldApart() {
        Logins logins = new Logins(Set.of("primerova", "primerova.ap2")::contains, Set.of());

        assertThat(logins.of("Примерова Анна Петровна")).isEqualTo("primerova.ap");
        assertThat(logins.of("Примерова Алла Петровна")).isEqualTo("primerova.ap3");
        assertThat(logins.of("Примерова Мария")).isEqualTo("primerova.m");
    }

    @Test
    void longSurnamesFitASlip() {
        assertThat(new Logins(any -> false, Set.of()).of("Щ".repeat(200) + " А"))
                .hasSize(30);
    }
}
