package org.mentoringroadmap.document.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatoryTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Директор; Примеров Пётр Петрович; директора Примерова Петра Петровича, действующего
            директор; Директорова Надежда Примеровна; директора Директоровой Надежды Примеровны, действующей
            Директор школы; Образцовский-Белый Лев Ильич; директора школы Образцовского-Белого Льва Ильича, действующего
            Генеральный директор; Примерный Павел Лукич; генерального директора Примерного Павла Лукича, действующего
            Заведующая; Толстая Любовь Никитична; заведующей Толстой Любови Никитичны, действующей
            И. о. директора; Шевченко Илья Андреевич; и. о. директора Шевченко Ильи Андреевича, действующего
            И.о. директора; Мельник Ольга Юрьевна; и. о. директора Мельник Ольги Юрьевны, действующей
            Исполняющий обязанности директора; Мельник Никита Юрьевич; исполняющего обязанности директора Мельника \
            Никиты Юрьевича, действующего
            Временно исполняющая обязанности директора; Черных Мария Ильинична; временно исполняющей обязанности директора \
            Черных Марии Ильиничны, действующей
            Руководитель; Саркисян Игорь Сергеевич; руководителя Саркисяна Игоря Сергеевича, действующего
            """)
    void isDeclinedAfterTheWords(String post, String name, String text) {
        assertThat(Signatory.text(post, name, null)).isEqualTo(text + " на основании Устава");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Директор; И. о. директора
            Заведующая; И. о. заведующей
            Директор школы; И. о. директора школы
            И.о. директора; И. о. директора
            Исполняющая обязанности директора; И. о. директора
            Временно исполняющий обязанности директора; И. о. директора
            Атаман; И. о. руководителя
            """)
    void whoActsForTheHeadHasThePostOfTheHead(String post, String acting) {
        assertThat(Signatory.acting(post)).isEqualTo(acting);
    }

    /** Rather brackets than a mistake in an agreement. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Директор; Заяц Пётр Петрович
            Директор; Соловей Пётр Петрович
            Директор; Скоропада Анна Петровна
            Директор; Ким Анна
            Директор; Алиев Руслан Мамед оглы
            Атаман; Примеров Пётр Петрович
            """)
    void standsInBracketsWhereItMayBeDeclinedWrongly(String post, String name) {
        assertThat(Signatory.text(post, name, null))
                .isEqualTo("руководителя (" + post + ": " + name + "), действующего на основании Устава");
    }

    @Test
    void isALineWhereNobodyIsKnown() {
        assertThat(Signatory.text("Директор", null, "доверенности № 3"))
                .isEqualTo("директора ______________________________, действующего на основании доверенности № 3");
        assertThat(Signatory.text(null, null, " ")).startsWith("директора ___").endsWith("Устава");
    }
}
