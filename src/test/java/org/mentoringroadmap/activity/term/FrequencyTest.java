package org.mentoringroadmap.activity.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoringroadmap.activity.term.Frequency.Time;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.roadmap.TermRange;
import org.mentoringroadmap.shared.SchoolYear;

class FrequencyTest {
    private static final LocalDateTime START = LocalDateTime.parse("2025-09-03T08:00:00");
    private static final LocalDateTime DUE = LocalDateTime.parse("2026-05-20T18:00:00");

    /** Every time of a school year, from the first to the last. */
    @ParameterizedTest
    @CsvSource({
        "WEEK, 38, 2025-09-07, 2026-05-18",
        "MONTH, 9, 2025-09-30, 2026-05-01",
        "QUARTER, 4, 2025-09-30, 2026-04-01"
    })
    void dividesATermWithoutGaps(Frequency frequency, int count, String firstEnds, String lastBegins) {
        List<Time> times = new ArrayList<>();
        Optional<Time> next = Optional.of(frequency.at(START, START, DUE));
        while (next.isPresent()) {
            times.add(next.get());
            next = frequency.after(next.get(), START, DUE);
        }

        assertThat(times).hasSize(count);
        assertThat(times.get(0)).isEqualTo(new Time(START, LocalDateTime.parse(firstEnds + "T18:00:00")));
        assertThat(times.get(count - 1)).isEqualTo(new Time(LocalDateTime.parse(lastBegins + "T08:00:00"), DUE));
        for (int i = 1; i < count; i++) {
            assertThat(times.get(i).start().toLocalDate())
                    .isEqualTo(times.get(i - 1).due().toLocalDate().plusDays(1));
        }
    }

    @ParameterizedTest
    @EnumSource(Frequency.class)
    void aMomentOutsideTheTermHasTheFirstOrTheLastTime(Frequency frequency) {
        assertThat(frequency.at(START.minusMonths(3), START, DUE).start()).isEqualTo(START);
        assertThat(frequency.at(DUE.plusMonths(3), START, DUE).due()).isEqualTo(DUE);
        assertThat(Frequency.of(frequency.id())).contains(frequency);
    }

    @ParameterizedTest
    @CsvSource({
        "ежедневно, WEEK",
        "еженедельно, WEEK",
        "2 раза в неделю, WEEK",
        "раз в 2 недели, MONTH",
        "2 раза в месяц, MONTH",
        "ежемесячно, MONTH",
        "ежеквартально, QUARTER",
        "каждую четверть, QUARTER",
        "каждое полугодие, EVENT",
        "ежегодно, EVENT",
        "после каждого занятия, EVENT"
    })
    void oneFrequencyGoesWithEachTermThatRepeats(String term, Frequency right) {
        TermRange range = new TermRange(null, Term.parse(term));

        assertThat(Frequency.values())
                .filteredOn(frequency -> Frequency.against(frequency.id(), range, new SchoolYear(2025))
                        .isEmpty())
                .containsExactly(right);
    }

    @ParameterizedTest
    @EnumSource(Frequency.class)
    void everyFrequencyGoesWithATermThatSaysNone(Frequency frequency) {
        TermRange range = new TermRange(null, Term.parse("в течение года"));

        assertThat(Frequency.against(frequency.id(), range, new SchoolYear(2025)))
                .isEmpty();
    }
}
