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
                "01.09.2013 0:00:00|2013-09-01",
                "29.02.2012 00:00:00|2012-02-29",
                "1.9.13 0:00|2013-09-01",
                "01.09.2013, 12:30:15.000|2013-09-01",
                "01.09.2013 г. 0:00|2013-09-01",
                "1 сентября 2013 г., 0:00:00|2013-09-01",
                "2013-09-01T00:00:00Z|2013-09-01",
                "2013-09-01T00:00:00.000+03:00|2013-09-01",
                "2013-09-01 00:00:00 +03:00|2013-09-01",
                "01.09.2013 г.р.|2013-09-01",
                "01-сен-13|2013-09-01",
                "воскресенье, 1 сентября 2013 г.|2013-09-01",
                "вс 01.09.2013|2013-09-01",
                "20130901|2013-09-01",
                "01092013|2013-09-01",
                "20122012|2012-12-20",
                "41518,25|2013-09-01",
                "\u200E01.09.2013|2013-09-01",
            })
    void reads(String text, String day) {
        assertThat(EnteredDay.parse(text, TODAY)).contains(LocalDate.parse(day));
    }

    @ParameterizedTest
    @CsvSource({
        "01.05.25,1936-01-01,2010-01-01,2025-05-01",
        "01.05.40,1936-01-01,2010-01-01,1940-05-01",
        "01.05.15,1906-01-01,1936-01-01,1915-05-01",
        "01.05.15,2006-01-01,2021-01-01,2015-05-01",
        "29.02.20,1906-01-01,1936-01-01,1920-02-29",
        "29.02.00,1890-01-01,1936-01-01,2000-02-29"
    })
    void whatCanBeDecidesTheCentury(String text, LocalDate from, LocalDate to, LocalDate day) {
        assertThat(EnteredDay.parse(text, TODAY, each -> !each.isBefore(from) && !each.isAfter(to)))
                .contains(day);
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
                "9/1/2013 12:00:00 AM",
                "31.11.2013 0:00:00",
                "01.09.2013 0:00:00 01.09.2014",
                "20139901",
            })
    void refuses(String text) {
        assertThat(EnteredDay.parse(text, TODAY)).isEmpty();
    }
}
