package org.mentoringroadmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnteredDayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01.09.2014|2014-09-01",
                "1.9.2014 г.|2014-09-01",
                "1/9/2014|2014-09-01",
                "01-09-2014|2014-09-01",
                "1.9.14|2014-09-01",
                "15.03.85|1985-03-15",
                "2014-09-01|2014-09-01",
                "2014-09-01T00:00:00|2014-09-01",
                "2014-09-01 00:00:00.0|2014-09-01",
                "1 сентября 2014 г.|2014-09-01",
                "1 СЕНТЯБРЯ 2014|2014-09-01",
                "01 сен. 2014|2014-09-01",
                "9 мая 2012 года|2012-05-09",
                "9 май 2012|2012-05-09",
                "29.02.2012|2012-02-29",
                "41883|2014-09-01",
                "31 марта 2010|2010-03-31",
            })
    void reads(String text, String day) {
        assertThat(EnteredDay.parse(text, TODAY)).contains(LocalDate.parse(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.02.2014",
                "29.02.2015",
                "32.01.2014",
                "01.13.2014",
                "2014-13-01",
                "2014",
                "12 лет",
                "сентябрь 2014",
                "1 сентябля",
                "0.0.0000",
                "вчера",
                "1.9",
                "1 мартобря 2014х5",
            })
    void refuses(String text) {
        assertThat(EnteredDay.parse(text, TODAY)).isEmpty();
    }
}
