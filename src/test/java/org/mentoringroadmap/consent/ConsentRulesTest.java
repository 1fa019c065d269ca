package org.mentoringroadmap.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.shared.SchoolYear;

class ConsentRulesTest {
    private final ConsentRules rules =
            new ConsentRules(14, 18, Period.ofDays(30), 3, Set.of(LocalDate.of(2026, 12, 31)));

    @ParameterizedTest
    @CsvSource({
        "2026-09-07, 2026-09-10", // Monday to Thursday
        "2026-09-10, 2026-09-15", // over a weekend
        "2026-11-03, 2026-11-09", // over 4 November
        "2026-12-29, 2027-01-12", // over a moved day off and New Year
    })
    void dutiesEndAfterThreeWorkingDays(LocalDate told, LocalDate end) {
        assertThat(rules.dutiesEnd(told)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-01, 2027-08-31", "2027-08-31, 2027-08-31", "2027-09-01, 2028-08-31"})
    void aConsentEndsWithTheSchoolYear(LocalDate signedOn, LocalDate end) {
        assertThat(rules.validUntil(new SchoolYear(2026), signedOn)).isEqualTo(end);
    }
}
