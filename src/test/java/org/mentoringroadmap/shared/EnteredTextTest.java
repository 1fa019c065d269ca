package org.mentoringroadmap.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnteredTextTest {
    /** One of each kind that nobody sees, and what is no character at all. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0000, 0x0007, 0x007F, 0x0090, 0x00AD, 0x034F, 0x061C, 0x115F, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200C,
                        0x200D,
                0x200E, 0x202A, 0x2060, 0x2064, 0x206F, 0x3164, 0xE000, 0xF8FF, 0xFDD0, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFFC,
                        0xFFFE,
                0xE0001, 0xE0101, 0x1FFFF, 0xF0000
            })
    void whatIsNotSeenGoes(int unseen) {
        assertThat(EnteredText.clean("Неви" + Character.toString(unseen) + "димов"))
                .isEqualTo("Невидимов");
        assertThat(EnteredText.clean(Character.toString(unseen))).isNull();
    }

    @Test
    void allThatUnicodeCallsFormatControlOrPrivateGoes() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            int type = Character.getType(c);
            boolean unseen = type == Character.FORMAT
                    || type == Character.PRIVATE_USE
                    || type == Character.CONTROL && !Character.isWhitespace(c) && c != 0x85;
            if (unseen) {
                assertThat(EnteredText.plain("а" + Character.toString(c) + "б"))
                        .as("U+%04X", c)
                        .isEqualTo("аб");
            }
        }
    }

    @Test
    void halfACharacterGoes() {
        assertThat(EnteredText.clean("а\uD83Dб")).isEqualTo("аб");
        assertThat(EnteredText.clean("а\uDE00б")).isEqualTo("аб");
        assertThat(EnteredText.clean("а\uD83D\uDE00б")).as("a whole one stays").isEqualTo("а\uD83D\uDE00б");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0009, 0x00A0, 0x1680, 0x2000, 0x2003, 0x2009, 0x202F, 0x205F, 0x3000, 0x2800})
    void aSpaceIsASpace(int space) {
        assertThat(EnteredText.clean(Character.toString(space) + "Анна" + Character.toString(space) + "Ильина"))
                .isEqualTo("Анна Ильина");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\u0085", "\u2028", "\u2029", "\u000B", "\f", "_x000D_\n", "_x000a_"})
    void aLineEndIsALineEnd(String end) {
        assertThat(EnteredText.clean("математика" + end + "химия")).isEqualTo("математика\nхимия");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x2010, 0x2011, 0x2212, 0xFE63, 0xFF0D, 0x02D7, 0x2043})
    void aHyphenIsAHyphen(int hyphen) {
        assertThat(EnteredText.clean("Петров" + Character.toString(hyphen) + "Водкин"))
                .isEqualTo("Петров-Водкин");
    }

    @Test
    void dashesOfATextStay() {
        assertThat(EnteredText.clean("Ученик – ученик — да")).isEqualTo("Ученик – ученик — да");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Cоколов|Соколов",
                "Tарас|Тарас",
                "Oсипович|Осипович",
                "Kирилл|Кирилл",
                "Пëтр|Пётр",
                "Αлександр|Александр",
                "Иванoв Пeтр|Иванов Петр",
                "Петров-Cидоров|Петров-Сидоров",
                "аnna@example.org|anna@example.org",
                "ivаnоv@example.org|ivanov@example.org",
                "почта ivаn@example.org, сын|почта ivan@example.org, сын",
                "pеtrоv|petrov",
                "Сarl|Carl",
                "имя@почта.рф|имя@почта.рф",
                "IT-специалист|IT-специалист",
                "Microsoft Word и Excel|Microsoft Word и Excel",
                "Иванov|Иванov",
            })
    void aLetterOfTheOtherKeyboardBecomesTheUsualOne(String typed, String clean) {
        assertThat(EnteredText.clean(typed)).isEqualTo(clean);
        assertThat(EnteredText.isMixed(clean)).isEqualTo(typed.equals("Иванov"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Зайцев Андрей", "Йодкин", "Ёлкина Ольга", "Ќуев й Ї"})
    void composedAndDecomposedAreOne(String composed) {
        assertThat(EnteredText.clean(Normalizer.normalize(composed, Normalizer.Form.NFD)))
                .isEqualTo(composed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Ива\u0301нов|Иванов",
                "сѐло|село",
                "\u0301Анна|Анна",
                "１２３ａｂｃ|123abc",
                "ﬁzika|fizika",
                "Иван&nbsp;Ильич|Иван Ильич",
                "мате&shy;матика|математика",
                "'+79000000001|+79000000001",
                "'=2|=2",
                "'12|12",
                "д'Артаньян|д'Артаньян",
                "'слово' взято|'слово' взято",
                "_x005F_x000D_|",
                "имя_x0041_|имя_x0041_",
            })
    void leftoversGoAndWordsStay(String typed, String clean) {
        assertThat(EnteredText.clean(typed)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'=2", "Cоколов\u200B Тарас", "_x000D_a", "а\u0301б", "  '12", "&nbsp;'12", "ﬁ"})
    void cleanedAgainItStaysTheSame(String typed) {
        String once = EnteredText.plain(typed);

        assertThat(EnteredText.plain(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ёлкина|елкина",
                "ПЁТР  Ильич|петр ильич",
                "Петров — Водкин|петров - водкин",
                "Cоколов|соколов",
                "Кружок C|кружок с",
                "Python|python",
            })
    void keysFoldWhatPeopleWriteDifferently(String text, String key) {
        assertThat(TextKey.of(text)).isEqualTo(key);
    }
}
