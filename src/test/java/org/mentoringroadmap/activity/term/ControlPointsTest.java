package org.mentoringroadmap.activity.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.term.ControlPoints.Point;

class ControlPointsTest {
    private static final LocalDateTime START = LocalDateTime.parse("2025-12-01T08:00:00");
    private static final LocalDateTime DUE = LocalDateTime.parse("2026-05-31T18:00:00");

    @Test
    void areTheFirstAndTheLastMonthOfTheTermAndDecemberEndsBeforeTheHolidays() {
        assertThat(ControlPoints.of("", START, DUE))
                .containsExactly(
                        new Point(Month.DECEMBER, START, LocalDateTime.parse("2025-12-25T18:00:00")),
                        new Point(Month.MAY, LocalDateTime.parse("2026-05-01T08:00:00"), DUE));
    }

    @Test
    void areInTheOrderOfTheTermWhateverTheOrderOfTheirNames() {
        assertThat(ControlPoints.of("Март, декабрь", START, DUE))
                .extracting(Point::title)
                .containsExactly("декабрь", "март");
    }

    @Test
    void theLastOneEndsWithTheTerm() {
        assertThat(ControlPoints.of("март", START, DUE)).containsExactly(new Point(Month.MARCH, START, DUE));
    }

    @Test
    void oneMonthIsOnePoint() {
        LocalDateTime end = LocalDateTime.parse("2025-12-20T18:00:00");

        assertThat(ControlPoints.of("", START, end)).containsExactly(new Point(Month.DECEMBER, START, end));
        assertThat(ControlPoints.of("октябрь", START, end)).containsExactly(new Point(Month.DECEMBER, START, end));
    }

    @Test
    void whatIsNoMonthIsRefused() {
        assertThat(ControlPoints.months("ноябрь, Май")).contains(List.of(Month.NOVEMBER, Month.MAY));
        assertThat(ControlPoints.months("декабрь и май")).isEmpty();
        assertThatThrownBy(() -> ControlPoints.of("зима", START, DUE)).isInstanceOf(IllegalArgumentException.class);
    }
}
