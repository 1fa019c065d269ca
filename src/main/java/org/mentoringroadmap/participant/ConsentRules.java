package org.mentoringroadmap.participant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.EnumSet;
import java.util.Set;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who signs a consent. The law names no age; the defaults are the safe reading, and a school's lawyer may decide
 * otherwise.
 *
 * @param pupilSignsFrom age from which the person signs beside the representative
 * @param adultFrom age from which the person signs alone
 * @param noticeBefore how long before a birthday that changes the rule the curator is told
 */
@Validated
@ConfigurationProperties("mentoring.consent")
public record ConsentRules(
        @Min(0) @Max(30) @DefaultValue("14") int pupilSignsFrom,
        @Min(0) @Max(30) @DefaultValue("18") int adultFrom,
        @NotNull @DefaultValue("P30D") Period noticeBefore) {
    /** The law on personal data (152-ФЗ) is in force since this day: no consent is older. */
    static final LocalDate FIRST_DAY = LocalDate.of(2007, 1, 27);

    /**
     * Last day of a consent: the end of the programme's school year, 31 August, or the next one after the signature
     * where the programme runs longer than its year.
     */
    public LocalDate validUntil(SchoolYear year, LocalDate signedOn) {
        LocalDate end = LocalDate.of(year.secondYear(), Month.AUGUST, 31);
        while (end.isBefore(signedOn)) {
            end = end.plusYears(1);
        }
        return end;
    }

    /**
     * Who has to sign on a day. A worker signs mentoring duties alone, whatever the age.
     *
     * @param birthDate null where it is not known: of a pupil or student both sign, which is right at any age below 18
     */
    public Set<Signer> signers(ConsentKind kind, ParticipantCategory category, LocalDate birthDate, LocalDate day) {
        if (kind == ConsentKind.DUTIES) {
            return EnumSet.of(Signer.SELF);
        }
        if (birthDate == null) {
            return category.mayBeMinor() ? EnumSet.of(Signer.SELF, Signer.REPRESENTATIVE) : EnumSet.of(Signer.SELF);
        }
        if (!day.isBefore(birthDate.plusYears(adultFrom))) {
            return EnumSet.of(Signer.SELF);
        }
        return day.isBefore(birthDate.plusYears(pupilSignsFrom))
                ? EnumSet.of(Signer.REPRESENTATIVE)
                : EnumSet.of(Signer.SELF, Signer.REPRESENTATIVE);
    }

    /** Latest birthday of those who have come to an age on a day; 29 February comes to it on 28 February. */
    LocalDate bornForAge(int age, LocalDate day) {
        LocalDate born = day.minusYears(age);
        return born.plusDays(1).plusYears(age).isAfter(day) ? born : born.plusDays(1);
    }
}
