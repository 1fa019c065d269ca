package org.mentoringroadmap.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
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
        "август,                      UNKNOWN",
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
