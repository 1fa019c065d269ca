package org.mentoringroadmap.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.shared.UserInputException;

class HoursTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "пн 14:00–15:30, ср с 10 до 11 | пн 14:00–15:30, ср 10:00–11:00",
                "Понедельник с 14.00 до 15.00 | пн 14:00–15:00",
                "вт, чт 16-17 | вт 16:00–17:00, чт 16:00–17:00",
                "по средам и пятницам с 9 до 10 | ср 09:00–10:00, пт 09:00–10:00",
                "пн-ср 8:30-9 | пн 08:30–09:00, вт 08:30–09:00, ср 08:30–09:00",
                "пн 14-15, 16-17; вс 23-24 | пн 14:00–15:00, пн 16:00–17:00, вс 23:00–24:00",
                "ср 10-11 пн 14-15 | пн 14:00–15:00, ср 10:00–11:00",
                "пн 14-16, пн 15-17 | пн 14:00–17:00",
            })
    void readsWhatPeopleWrite(String typed, String meant) {
        assertThat(HoursText.format(HoursText.parse(typed))).isEqualTo(meant);
        assertThat(HoursText.parse(meant)).isEqualTo(HoursText.parse(typed));
    }

    @Test
    void nothingIsNothing() {
        assertThat(HoursText.parse(null)).isEmpty();
        assertThat(HoursText.parse(" , ")).isEmpty();
        assertThat(HoursText.format(HoursText.parse(""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14-15",
                "пн",
                "пн 14",
                "пн 15-14",
                "пн 14-25",
                "пн 14:70-15",
                "каждый день 14-15",
                "с понедельника по пятницу 14-15",
                "пн 14-15, вт",
                "пн 14:00/15:00",
                "пн вт14-15-16"
            })
    void whatIsNoHourIsRefused(String typed) {
        assertThatThrownBy(() -> HoursText.parse(typed))
                .isInstanceOf(UserInputException.class)
                .hasMessage("hour.invalid");
    }
}
