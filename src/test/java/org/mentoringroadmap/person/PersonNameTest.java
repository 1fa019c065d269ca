package org.mentoringroadmap.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.person.PersonName.Reading;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Примеров Пётр Петрович|Примеров|Пётр|Петрович|CERTAIN",
                "Да Силва Мария Петровна|Да Силва|Мария|Петровна|SEVERAL_WORDS",
                "Да Силва Жоау|Да Силва|Жоау||DOUBTFUL",
                "Абдул Рахман Ахмед Саидович|Абдул Рахман|Ахмед|Саидович|SEVERAL_WORDS",
                "Де ла Крус Анна Ильинична|Де ла Крус|Анна|Ильинична|SEVERAL_WORDS",
                "Тер Петросян Илья Ильич|Тер Петросян|Илья|Ильич|SEVERAL_WORDS",
                "Мамедов Али Вели оглы|Мамедов|Али|Вели оглы|CERTAIN",
                "Мамедова Лейла Вагиф гызы|Мамедова|Лейла|Вагиф гызы|CERTAIN",
                "Касымов Тимур Серик улы|Касымов|Тимур|Серик улы|CERTAIN",
                "Али Заде Самед Вагиф оглы|Али Заде|Самед|Вагиф оглы|SEVERAL_WORDS",
                "Гасанов Ильхам Ариф-оглы|Гасанов|Ильхам|Ариф-оглы|CERTAIN",
                "Нгуен Ван Ань|Нгуен|Ван|Ань|CERTAIN",
                "Нгуен Тхи Ван Ань|Нгуен|Тхи|Ван Ань|DOUBTFUL",
                "Запятов, Захар Захарович|Запятов|Захар|Захарович|CERTAIN",
                "Да Силва, Мария|Да Силва|Мария||SEVERAL_WORDS",
                "1. Нумеров Назар Назарович|Нумеров|Назар|Назарович|CERTAIN",
                "2) Нумерова Ника Назаровна|Нумерова|Ника|Назаровна|CERTAIN",
                "Иван Иванович Петров|Петров|Иван|Иванович|SURNAME_LAST",
                "Мария Петровна|Мария|Петровна||NO_SURNAME",
                "Ли Мин нет|Ли|Мин||CERTAIN",
                "Ли Мин б/о|Ли|Мин||CERTAIN",
                "Ли Мин —|Ли|Мин||CERTAIN",
                "Иванов И.И.|Иванов|И.|И.|CERTAIN",
                "Абрамович Роман Аркадьевич|Абрамович|Роман|Аркадьевич|CERTAIN",
            })
    void isReadInItsParts(String text, String last, String first, String middle, Reading reading) {
        assertThat(PersonName.read(text)).isEqualTo(new PersonName.Read(new PersonName(last, first, middle), reading));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"нет", "Нет", "отсутствует", "Отсутств.", "б/о", "б.о.", "-", "—", "–", "без отчества", " . "})
    void noPatronymicIsNone(String text) {
        assertThat(PersonName.isNoPatronymic(text)).isTrue();
        assertThat(PersonName.isNoPatronymic("Петрович")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ВАГИФ ОГЛЫ|Вагиф оглы",
                "АРИФ-ОГЛЫ|Ариф-оглы",
                "вагиф кызы|Вагиф кызы",
                "СЕРИК УЛЫ|Серик улы",
                "ДА СИЛВА|Да Силва",
                "ПЕТРОВА-ВОДКИНА|Петрова-Водкина",
                "примеров|Примеров",
                "де Голль|де Голль",
                "О'КОННОР|О'Коннор",
                "Вагиф Оглы|Вагиф оглы",
            })
    void isWrittenAsNamesAre(String listed, String written) {
        assertThat(PersonName.written(listed)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Да Силва|Мария|Петровна|Да Силва М. П.|М. П. Да Силва",
                "Ли|Мин||Ли М.|М. Ли",
                "Алиев|Самед|Вагиф оглы|Алиев С. В.|С. В. Алиев",
                "Петрова-Водкина|Анна|Ильинична|Петрова-Водкина А. И.|А. И. Петрова-Водкина",
            })
    void isShortenedByItsParts(String last, String first, String middle, String initials, String signature) {
        PersonName name = new PersonName(last, first, middle);

        assertThat(name.initials()).isEqualTo(initials);
        assertThat(name.signature()).isEqualTo(signature);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Петрова - Водкина|Петрова–Водкина",
                "Вагиф-оглы|Вагиф оглы",
                "Ёлкин Пётр|елкин петр",
                "Cоколов Tарас|Соколов Тарас",
                "Зайцев\u00A0Андрей|Зайцев Андрей",
            })
    void oneNameHasOneKey(String one, String other) {
        assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other)).isNotEmpty();
    }
}
