package org.mentoringroadmap.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** Appendix B of RFC 6238, the lines of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void areThoseOfTheStandard(long seconds, String code) {
        long interval = OneTimeCodes.interval(Instant.ofEpochSecond(seconds));
        assertThat(OneTimeCodes.code(KEY, interval, 8)).isEqualTo(code);
        assertThat(OneTimeCodes.code(KEY, interval, OneTimeCodes.DIGITS)).isEqualTo(code.substring(2));
    }

    @Test
    void aClockMayBeHalfAMinuteWrongAndNoMore() {
        Instant now = Instant.ofEpochSecond(1111111109);
        long present = OneTimeCodes.interval(now);
        for (int away = -3; away <= 3; away++) {
            String code = OneTimeCodes.code(KEY, present + away, OneTimeCodes.DIGITS);
            assertThat(OneTimeCodes.interval(KEY, code, now).isPresent())
                    .as("%d intervals away", away)
                    .isEqualTo(Math.abs(away) <= 1);
        }
    }
}
