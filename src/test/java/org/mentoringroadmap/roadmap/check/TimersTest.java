package org.mentoringroadmap.roadmap.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"0 0 6 * * ?", "0 0/15 8-18 ? * MON-FRI", "0 0 6 1 9 ? 2026", "R/P1D", "R3/PT1H", "${cycle}"})
    void readsCycles(String text) {
        assertThat(Timers.isCycle(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "daily",
                "0 6 * * ?",
                "0 60 6 * * ?",
                "0 0 6 32 * ?",
                "R/",
                "R/day",
                "P1D",
                "R/P1D/P2D",
                "R/PT0S",
                "R/PT0.001S",
                "R/PT59S",
                "* * * * * ?",
                "0/1 * * * * ?",
                "a b c d e f"
            })
    void refusesWhatIsNoCycle(String text) {
        assertThat(Timers.isCycle(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P7D", "PT5M", "P1Y2M3DT4H5M6S", "${wait}"})
    void readsDurations(String text) {
        assertThat(Timers.isDuration(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "7", "-P1D", "PT0S", "P1W2"})
    void refusesWhatIsNoDuration(String text) {
        assertThat(Timers.isDuration(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-05-31T18:00:00", "2026-05-31T18:00:00+03:00", "${secondYear}-05-31T18:00:00", "${due}"})
    void readsDates(String text) {
        assertThat(Timers.isDate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31.05.2026", "2026-02-30T18:00:00", "${dates.end()}"})
    void refusesWhatIsNoDate(String text) {
        assertThat(Timers.isDate(text)).isFalse();
    }
}
