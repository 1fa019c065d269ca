package org.mentoringroadmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell says beside what its heading says. */
class MixedCellTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Иванов Иван, 5А|Иванов Иван|5А|||",
                "Иванов Иван Иванович (5 «А» класс)|Иванов Иван Иванович|5 «А» класс|||",
                "5Б Иванов Иван|Иванов Иван|5Б|||",
                "Иванов Иван 11 класс|Иванов Иван|11 класс|||",
                "Иванов Иван, 01.09.2013 г.р.|Иванов Иван||01.09.2013||",
                "Иванов Иван (д.р. 1 сентября 2013 г.)|Иванов Иван||1 сентября 2013||",
                "Иванов Иван 5А 01.09.13 +7 900 000-00-01|Иванов Иван|5А|01.09.13|+7 900 000-00-01|",
                "Иванов Иван, ivanov@example.org|Иванов Иван||||ivanov@example.org",
                "Иванов Иван тел. 89000000001|Иванов Иван|||89000000001|",
                "Запятов, Захар Захарович, 5А|Запятов, Захар Захарович|5А|||",
                "Римский-Корсаков Николай|Римский-Корсаков Николай||||",
                "Иванова М. П.|Иванова М. П.||||",
                "1 Иванов И. И.|1 Иванов И. И.||||",
                "Ильи4|Ильи4||||",
            })
    void aName(String text, String rest, String schoolClass, String birthday, String phones, String email) {
        MixedCell cell = MixedCell.ofName(" " + text);

        assertThat(cell.rest()).isEqualTo(rest);
        assertThat(cell.schoolClass()).isEqualTo(empty(schoolClass));
        assertThat(cell.birthday()).isEqualTo(empty(birthday));
        assertThat(cell.phones()).isEqualTo(empty(phones));
        assertThat(cell.email()).isEqualTo(empty(email));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Иванова Мария, +7 900 000-00-01|Иванова Мария|+7 900 000-00-01||",
                "Иванова Мария Петровна (мать), 8 (900) 000-00-01, 8 (900) 000-00-02|Иванова Мария Петровна"
                        + "|8 (900) 000-00-01, 8 (900) 000-00-02|мать|",
                "мама – Иванова М.П. т.89000000001|Иванова М.П.|89000000001|мама|",
                "Опекун: Иванова Мария|Иванова Мария||Опекун|",
                "Иванова Мария m@example.org|Иванова Мария|||m@example.org",
                "Иванова Мария (мать), Иванов Пётр (отец)|Иванова Мария (мать), Иванов Пётр (отец)|||",
                "89000000001 89000000002||89000000001, 89000000002||",
                "Мамаева Мария|Мамаева Мария|||",
                "2-15-33||2-15-33||",
            })
    void aRepresentative(String text, String rest, String phones, String relation, String email) {
        MixedCell cell = MixedCell.ofRepresentative(text);

        assertThat(cell.rest()).isEqualTo(empty(rest));
        assertThat(cell.phones()).isEqualTo(empty(phones));
        assertThat(cell.relation()).isEqualTo(empty(relation));
        assertThat(cell.email()).isEqualTo(empty(email));
    }

    @ParameterizedTest
    @CsvSource({
        "Иванова Мария,true",
        "Иванова М.П.,true",
        "Да Силва Мария,true",
        "мама,false",
        "доб. 12,false",
        "Маша,false",
        "'',false",
    })
    void theRestMayBeAName(String text, boolean name) {
        assertThat(MixedCell.ofRepresentative(text).restIsName()).isEqualTo(name);
    }

    private static String empty(String text) {
        return text == null ? "" : text;
    }
}
