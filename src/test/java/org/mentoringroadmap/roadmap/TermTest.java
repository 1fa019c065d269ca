package org.mentoringroadmap.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.shared.SchoolYear;

class TermTest {

    private static final SchoolYear YEAR = SchoolYear.parse("2025-2026");

    @ParameterizedTest
    @CsvSource({
        "${firstYear}-06-01,           2025-06-01T08:00, 2025-06-01T18:00",
        "${secondYear}-05-31,          2026-05-31T08:00, 2026-05-31T18:00",
        "' ${firstYear}-12-31 ',       2025-12-31T08:00, 2025-12-31T18:00",
        "${firstYear}-09-01T12:30:00,  2025-09-01T12:30, 2025-09-01T12:30",
        "в течение года,               2025-09-01T08:00, 2026-05-31T18:00",
        "В течение года,               2025-09-01T08:00, 2026-05-31T18:00",
        "по графику,                   2025-09-01T08:00, 2026-05-31T18:00",
        "за месяц до запуска,          2025-08-01T08:00, 2025-08-31T18:00",
    })
    void resolvesForASchoolYear(String text, LocalDateTime start, LocalDateTime due) {
        Term term = Term.parse(text);

        assertThat(term.startIn(YEAR)).isEqualTo(start);
        assertThat(term.dueIn(YEAR)).isEqualTo(due);
    }

    @Test
    void needsNoEditForAnotherYear() {
        assertThat(Term.parse("${secondYear}-02-28").dueIn(SchoolYear.parse("2027-2028")))
                .isEqualTo("2028-02-28T18:00");
    }

    @ParameterizedTest
    @CsvSource({
        "'',                          EMPTY",
        "' ',                         EMPTY",
        "2025-08-31,                  FIXED_YEAR",
        "2025-08-31T18:00:00,         FIXED_YEAR",
        "${firstYear}-02-30,          NO_SUCH_DAY",
        "${firstYear}-13-01,          NO_SUCH_DAY",
        "${secondYear}-02-29,         NO_SUCH_DAY",
        "${firstYear}-08-31T25:00:00, NO_SUCH_DAY",
        "${firstYear}-8-31,           UNKNOWN",
        "${thirdYear}-08-31,          UNKNOWN",
        "${firstYear}-08-31T18:00,    UNKNOWN",
        "когда получится,             UNKNOWN",
        "до конца года,               UNKNOWN",
        "осенние каникулы,            HOLIDAYS",
        "в дни зимних каникул,        HOLIDAYS",
        "3 раза в год,                TIMES",
        "не реже трёх раз в год,      TIMES",
        "не менее 5 раз,              TIMES",
        "несколько раз в месяц,       TIMES",
        "30–31.02,                    NO_SUCH_DAY",
        "15–1.09,                     UNKNOWN",
        "каждую вторую пятницу,       UNKNOWN",
        "31 сентября,                 NO_SUCH_DAY",
        "до 29 февраля,               NO_SUCH_DAY",
        "32.13.2026,                  NO_SUCH_DAY",
        "15 октября 2026 – 1 мая 2026, UNKNOWN",
        "через 5 дней после приказа,  UNKNOWN",
    })
    void refusesWhatIsNoTerm(String text, InvalidTermException.Reason reason) {
        assertThatThrownBy(() -> Term.parse(text))
                .isInstanceOfSatisfying(
                        InvalidTermException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(text.strip());
    }

    @Test
    void refusesAMissingTerm() {
        assertThatThrownBy(() -> Term.parse(null)).isInstanceOf(InvalidTermException.class);
    }

    /** As papers write them; an empty start is none. */
    @ParameterizedTest
    @CsvSource({
        "октябрь, 2025-10-01, 2025-10-31",
        "Октябрь, 2025-10-01, 2025-10-31",
        "в октябре, 2025-10-01, 2025-10-31",
        "май, 2026-05-01, 2026-05-31",
        "июнь, 2026-06-01, 2026-06-30",
        "август, 2025-08-01, 2025-08-31",
        "Август 2024, 2024-08-01, 2024-08-31",
        "май 2021 г., 2021-05-01, 2021-05-31",
        "сентябрь–май, 2025-09-01, 2026-05-31",
        "сентябрь - май, 2025-09-01, 2026-05-31",
        "с сентября по май, 2025-09-01, 2026-05-31",
        "май-август, 2025-05-01, 2025-08-31",
        "июнь-август, 2025-06-01, 2025-08-31",
        "август-сентябрь, 2025-08-01, 2025-09-30",
        "Май-июнь, 2026-05-01, 2026-06-30",
        "январь-февраль, 2026-01-01, 2026-02-28",
        "ноябрь-декабрь 2020 г., 2020-11-01, 2020-12-31",
        "сентябрь – октябрь 2021 г., 2021-09-01, 2021-10-31",
        "сентябрь–октябрь следующего года, 2026-09-01, 2026-10-31",
        "сентябрь 2025 – май 2027, 2025-09-01, 2027-05-31",
        "15 октября, 2025-10-15, 2025-10-15",
        "18.12.2020 г., 2020-12-18, 2020-12-18",
        "15.10, 2025-10-15, 2025-10-15",
        "с 1 по 15 октября, 2025-10-01, 2025-10-15",
        "1–15 октября, 2025-10-01, 2025-10-15",
        "1–15.09, 2025-09-01, 2025-09-15",
        "с 1 по 15.09, 2025-09-01, 2025-09-15",
        "1-15.09.2026 г., 2026-09-01, 2026-09-15",
        "15 октября – 20 мая, 2025-10-15, 2026-05-20",
        "каждую пятницу, 2025-09-01, 2026-05-29",
        "по пятницам, 2025-09-01, 2026-05-29",
        "'еженедельно, по средам', 2025-09-01, 2026-05-27",
        "еженедельно в понедельник, 2025-09-01, 2026-05-25",
        "'октябрь–декабрь, каждый четверг', 2025-10-01, 2025-12-25",
        "каждый вторник в течение года, 2025-09-01, 2026-05-26",
        "01.09.2025-15.10.2025, 2025-09-01, 2025-10-15",
        "до 15 октября, , 2025-10-15",
        "до 09.12.2020г., , 2020-12-09",
        "до 31.12. 2020 г., , 2020-12-31",
        "до 15.01, , 2026-01-15",
        "не позднее 1 сентября, , 2025-09-01",
        "до октября, , 2025-09-30",
        "до конца октября, , 2025-10-31",
        "до конца учебного года, , 2026-05-31",
        "до начала учебного года, , 2025-08-31",
        "первая половина сентября, 2025-09-01, 2025-09-15",
        "конец мая, 2026-05-21, 2026-05-31",
        "2 неделя сентября, 2025-09-08, 2025-09-14",
        "Первая неделя сентября, 2025-09-01, 2025-09-07",
        "последняя неделя мая, 2026-05-25, 2026-05-31",
        "третья декада мая, 2026-05-21, 2026-05-31",
        "до 2 декады октября, , 2025-10-20",
        "вторая четверть, 2025-11-01, 2025-12-31",
        "второе полугодие, 2026-01-01, 2026-05-31",
        "четвёртый квартал, 2025-10-01, 2025-12-31",
        "сентябрь/октябрь, 2025-09-01, 2025-10-31",
        "по согласованию с партнёрами, 2025-09-01, 2026-05-31",
        "по итогам учебного года, , 2026-05-31",
        "IV квартал, 2025-10-01, 2025-12-31",
        "IV кв. 2026 г., 2026-10-01, 2026-12-31",
        "I полугодие, 2025-09-01, 2025-12-31",
        "1-я четверть, 2025-09-01, 2025-10-31",
        "с 1 октября, 2025-10-01, 2026-05-31",
        "2020-2021 учебный год., 2020-09-01, 2021-05-31",
        "2025/2026 уч. год, 2025-09-01, 2026-05-31",
        "2025–2027 гг., 2025-01-01, 2027-12-31",
        "в теч. года, 2025-09-01, 2026-05-31",
        "В течение учебного года, 2025-09-01, 2026-05-31",
        "постоянно, 2025-09-01, 2026-05-31",
        "в течение всего периода реализации ЦМН, 2025-09-01, 2026-05-31",
        "На протяжении всего времени реализации целевой модели наставничества, 2025-09-01, 2026-05-31",
        "в соответствии со сроками реализации программ наставничества, 2025-09-01, 2026-05-31",
        "по срокам программ, 2025-09-01, 2026-05-31",
        "По отдельному графику, 2025-09-01, 2026-05-31",
        "по мере необходимости, 2025-09-01, 2026-05-31",
        "За месяц до запуска программы наставничества, 2025-08-01, 2025-08-31",
        "ежегодно, 2025-09-01, 2026-05-31",
    })
    void readsTheWordsOfPapers(String text, LocalDate start, LocalDate due) {
        Term term = Term.parse(text);

        assertThat(new TermRange(null, term).startIn(YEAR).map(LocalDateTime::toLocalDate))
                .isEqualTo(Optional.ofNullable(start));
        assertThat(term.dueIn(YEAR)).isEqualTo(due.atTime(18, 0));
        assertThat(new TermRange(null, term).cell(YEAR)).isEqualTo(text.strip());
        assertThat(term.reading()).get().asString().isNotBlank().doesNotContain("{");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "декабрь, май           | 2025-12-31 2026-05-31",
                "декабрь май            | 2025-12-31 2026-05-31",
                "октябрь; декабрь и март | 2025-10-31 2025-12-31 2026-03-31",
                "15 октября и 20 мая    | 2025-10-15 2026-05-20",
                "сентябрь, июль         | 2025-09-30 2026-07-31",
                "ежеквартально          | 2025-09-30 2025-12-31 2026-03-31 2026-05-31",
                "раз в полугодие        | 2025-12-31 2026-05-31",
                "1 раз в четверть       | 2025-10-31 2025-12-31 2026-03-31 2026-05-31",
                "каждую четверть, август–декабрь | 2025-10-31 2025-12-31",
                "раз в две недели, сентябрь | 2025-09-12 2025-09-26 2025-09-30",
                "ежемесячно с января по март | 2026-01-31 2026-02-28 2026-03-31",
                "октябрь–ноябрь (ежемесячно) | 2025-10-31 2025-11-30",
                "ежегодно, май          | 2026-05-31",
                "ежегодно до 1 сентября | 2025-09-01",
                "после каждого мероприятия | 2026-05-31",
                "октябрь                | 2025-10-31",
            })
    void namesTheEndOfEachPart(String text, String days) {
        assertThat(Term.parse(text).pointsIn(YEAR).stream()
                        .map(LocalDate::toString)
                        .toList())
                .isEqualTo(List.of(days.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "еженедельно, WEEK, 40",
        "1 раз в неделю, WEEK, 40",
        "ежемесячно, MONTH, 9",
        "не реже 1 раза в месяц, MONTH, 9",
        "ежемесячно до 5 числа, MONTH, 9",
        "ежеквартально, QUARTER, 4",
        "два раза в год, HALF_YEAR, 2",
        "не реже двух раз в год, HALF_YEAR, 2",
        "дважды в учебный год, HALF_YEAR, 2",
        "не реже 1 раза в четверть, SCHOOL_QUARTER, 4",
        "1 раз в 2 недели, TWO_WEEKS, 20",
        "ежегодно, YEAR, 1",
        "после каждой встречи, AFTER_EACH, 1",
    })
    void knowsHowOftenItRepeats(String text, Repetition repetition, int times) {
        assertThat(Term.parse(text).repetition()).contains(repetition);
        assertThat(Term.parse(text).pointsIn(YEAR)).hasSize(times);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "через 5 дней после 1.2.1, 1.2.1, 5, DAY, false",
                "в течение 10 дней после п. 1.2.1, 1.2.1, 10, DAY, false",
                "в течение 5 рабочих дней после утверждения положения п. II.3, II.3, 5, WORKING_DAY, false",
                "через неделю после А.1, А.1, 1, WEEK, false",
                "через две недели после А.1, А.1, 2, WEEK, false",
                "в течение десяти рабочих дней после п. II.3, II.3, 10, WORKING_DAY, false",
                "за три дня до 7.2.3, 7.2.3, 3, DAY, true",
                "через 2 месяца после окончания пункта 1.4.2а, 1.4.2а, 2, MONTH, false",
                "за 3 дня до 7.2.3, 7.2.3, 3, DAY, true",
                "после 1.2.1, 1.2.1, -, -, false",
            })
    void countsFromAnotherActivity(String text, String item, Integer amount, RelativeTerm.Unit unit, boolean before) {
        assertThat(Term.parse(text)).isEqualTo(new RelativeTerm(text, item, amount, unit, before));
    }

    @Test
    void tellsHowItReadsWords() {
        assertThat(Term.parse("сентябрь–май").reading()).contains("с 1 сентября первого года по 31 мая второго года");
        assertThat(Term.parse("до 15 октября").reading()).contains("до 15 октября первого года");
        assertThat(Term.parse("15.10.2026").reading()).contains("15 октября 2026 года, одинаково для всех учебных лет");
        assertThat(Term.parse("декабрь, май").reading())
                .get()
                .asString()
                .contains("с 1 декабря первого года по 31 декабря первого года", "31 мая второго года");
    }

    @ParameterizedTest
    @ValueSource(strings = {"в течение года", "по графику", "за месяц до запуска"})
    void explainsHowAPhraseIsRead(String phrase) {
        assertThat(Term.parse(phrase).text()).isEqualTo(phrase);
        assertThat(Term.parse(phrase).reading()).get().asString().isNotBlank();
    }

    @Test
    void aDateNeedsNoExplanation() {
        assertThat(Term.parse("${firstYear}-06-01").reading()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "${firstYear}-06-01,  ${firstYear}-08-31,  июнь–август 2025",
                "${firstYear}-09-01,  ${firstYear}-09-30,  сентябрь 2025",
                "${firstYear}-09-01,  ${secondYear}-05-31, сентябрь 2025 – май 2026",
                "${secondYear}-01-01, ${secondYear}-02-28, январь–февраль 2026",
                "-,                   ${firstYear}-08-31,  до 31.08.2025",
                "-,                   в течение года,      в течение года",
                "${firstYear}-12-18,  ${firstYear}-12-18,  18.12.2025",
                "${firstYear}-09-05,  ${firstYear}-09-30,  05.09.2025 – 30.09.2025",
                "${firstYear}-09-01,  ${firstYear}-09-20,  01.09.2025 – 20.09.2025",
                "в течение года,      в течение года,      в течение года",
                "по графику,          по графику,          по графику",
                "по графику,          ${firstYear}-12-20,  01.09.2025 – 20.12.2025",
                "1 сентября,          15 октября,          1 сентября – 15 октября",
                "после 1.2.1,         15 октября,          после 1.2.1 – 15 октября",
                "-,                   ежемесячно,          ежемесячно",
                "${firstYear}-09-01,  октябрь,             сентябрь–октябрь 2025",
            })
    void printsTheCellOfARoadmap(String start, String due, String cell) {
        TermRange range = new TermRange(start == null ? null : Term.parse(start), Term.parse(due));

        assertThat(range.cell(YEAR)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({
        "${firstYear}-06-01, ${firstYear}-08-31, true",
        "${firstYear}-06-01, ${firstYear}-06-01, true",
        "${firstYear}-09-01, ${firstYear}-08-31, false",
        "${secondYear}-05-01, ${firstYear}-09-01, false",
        "в течение года, по графику, true",
    })
    void knowsWhetherAStartIsBeforeItsEnd(String start, String due, boolean ordered) {
        assertThat(new TermRange(Term.parse(start), Term.parse(due)).isOrdered(YEAR))
                .isEqualTo(ordered);
    }
}
