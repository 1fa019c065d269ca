package org.mentoringroadmap.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.register.Lookalikes.Known;
import org.mentoringroadmap.register.Lookalikes.Pair;

class LookalikesTest {
    @ParameterizedTest
    @CsvSource({
        "Примеров Пётр,2014-03-02,Примеров Петр,2014-03-02,true",
        "Примеров Пётр,2014-03-02,Примеров Пётр,2014-02-03,true",
        "Примеров Пётр,2014-03-02,Примеров Пётр,,true",
        "Примеров Пётр,2014-03-02,Примиров Пётр,2014-03-02,true",
        "Примеров Пётр,2014-03-02,Прмеров Пётр,,true",
        "Примеров Пётр,2014-03-02,Примеров Пётрр,,true",
        "Примеров Пётр,2014-03-02,Пётр Примеров,2014-03-02,true",
        "Примеров Пётр Ильич,2014-03-02,Примеров Пётр,2014-03-02,true",
        "Примеров Пётр,2014-03-02,Примиров Пётр,2014-03-03,false",
        "Примеров Пётр Ильич,2014-03-02,Примеров Пётр,2013-03-02,false",
        "Примеров Пётр Ильич,2014-03-02,Примеров Пётр Львович,2014-03-02,false",
        "Примеров Пётр,2014-03-02,Примеров Павел,2014-03-02,false",
        "Примеров Пётр,2014-03-02,Прмиеров Пётр,2014-03-02,false",
    })
    void findsWhoMayBeOnePerson(String one, LocalDate born, String other, LocalDate otherBorn, boolean alike) {
        Known first = new Known(1L, NameKey.of(one), born);
        Known second = new Known(2L, NameKey.of(other), otherBorn);

        assertThat(Lookalikes.alike(first, second)).isEqualTo(alike);
        assertThat(Lookalikes.alike(second, first)).isEqualTo(alike);
        assertThat(Lookalikes.among(List.of(second, first))).isEqualTo(alike ? Set.of(new Pair(1L, 2L)) : Set.of());
    }

    @ParameterizedTest
    @CsvSource({
        "Анна,Петровна,2012-05-05,Анна,Петровна,2012-05-05,true",
        "Анна,Петровна,2012-05-05,Анна,Петровна,2012-05-06,false",
        "Анна,Петровна,2012-05-05,Анна,Ильинична,2012-05-05,false",
        "Анна,,2012-05-05,Анна,,2012-05-05,false",
        "Алёна,Петровна,2012-05-05,Алена,Петровна,2012-05-05,true",
        "Анна,Петровна,,Анна,Петровна,,false"
    })
    void aChangedSurnameIsProposed(
            String first,
            String middle,
            LocalDate born,
            String otherFirst,
            String otherMiddle,
            LocalDate otherBorn,
            boolean alike) {
        Known before = new Known(1L, NameKey.of("Бывшева " + first), born, first, middle);
        Known after = new Known(2L, NameKey.of("Новикова " + otherFirst + " ы"), otherBorn, otherFirst, otherMiddle);

        assertThat(Lookalikes.alike(before, after)).isEqualTo(alike);
        assertThat(Lookalikes.alike(after, before)).isEqualTo(alike);
        assertThat(Lookalikes.among(List.of(after, before)).isEmpty()).isEqualTo(!alike);
    }

    @Test
    void ofFiveThousandItFindsTheOne() {
        List<Known> people = new ArrayList<>();
        for (long id = 0; id < 5000; id++) {
            String name =
                    "фамилия" + letters(id) + " имя" + letters(id * 7919 + 13) + " отчество" + letters(id * 104729);
            people.add(new Known(id, name, LocalDate.of(2010, 1, 1).plusDays(id % 1500)));
        }
        Known doubled = people.get(4321);
        people.add(new Known(9999L, doubled.nameKey().replaceFirst("мил", "мел"), doubled.birthDate()));

        assertThat(Lookalikes.among(people)).contains(new Pair(4321L, 9999L));
    }

    private static String letters(long number) {
        StringBuilder text = new StringBuilder();
        for (long rest = number + 1000; rest > 0; rest /= 20) {
            text.append((char) ('а' + rest % 20));
        }
        return text.toString();
    }
}
