package org.mentoringroadmap.consent;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.school.WorkingDays;
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
 * @param dutiesNotice working days between giving up mentoring duties and their end (Labour Code, article 351.8: three)
 * @param daysOff working days that the calendar of a year has moved to rest, beside weekends and the holidays of the
 *     Labour Code
 */
@Validated
@ConfigurationProperties("mentoring.consent")
public record ConsentRules(
        @Min(0) @Max(30) @DefaultValue("14") int pupilSignsFrom,
        @Min(0) @Max(30) @DefaultValue("18") int adultFrom,
        @NotNull @DefaultValue("P30D") Period noticeBefore,
        @Min(0) @Max(30) @DefaultValue("3") int dutiesNotice,
        @NotNull @DefaultValue Set<LocalDate> daysOff) {
    /** The law on personal data (152-ФЗ) is in force since this day: no consent is older. */
    static final LocalDate FIRST_DAY = LocalDate.of(2007, 1, 27);

    /**
     * Last day of a consent: the end of the programme's school year, 31 August, or the next one after the signature
     * where the programme runs longer than its year.
     */
    public LocalDate validUntil(SchoolYear year, LocalDate signedOn) {
        LocalDate end = year.lastDay();
        while (end.isBefore(signedOn)) {
            end = end.plusYears(1);
        }
        return end;
    }

    /**
     * Whether somebody is under age on a day.
     *
     * @param birthDate null where it is not known: a pupil or student may be
     */
    boolean isMinor(ParticipantCategory category, LocalDate birthDate, LocalDate day) {
        return birthDate == null ? category.mayBeMinor() : day.isBefore(birthDate.plusYears(adultFrom));
    }

    /** The birthdays that change who signs. */
    Stream<LocalDate> changes(LocalDate birthDate) {
        return Stream.of(birthDate.plusYears(pupilSignsFrom), birthDate.plusYears(adultFrom));
    }

    /**
     * Whether a consent suits the rule that a birthday brings: all have signed who sign from that day on. Who comes of
     * age signs anew, since under age the own signature did not count alone; to the psychologist's help nobody of age has to
     * consent.
     */
    boolean suits(Consent consent, ParticipantCategory category, LocalDate birthDate, LocalDate birthday) {
        boolean adult = birthday.equals(birthDate.plusYears(adultFrom));
        return adult && consent.kind() == ConsentKind.PSYCHOLOGICAL_HELP
                || consent.signers().containsAll(signers(consent.kind(), category, birthDate, birthday))
                        && (!adult || !consent.signedOn().isBefore(birthday));
    }

    /**
     * Last day of mentoring duties that were given up on a day. The notice begins on the day after it and counts working
     * days.
     */
    public LocalDate dutiesEnd(LocalDate told) {
        LocalDate day = told;
        for (int left = dutiesNotice; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private boolean isWorkingDay(LocalDate day) {
        return WorkingDays.isWorking(day) && !daysOff.contains(day);
    }

    /**
     * Who has to sign on a day. A worker signs as worker alone, whatever the age.
     *
     * @param birthDate null where it is not known: of a pupil or student both sign, which is right at any age below 18
     */
    public Set<Signer> signers(ConsentKind kind, ParticipantCategory category, LocalDate birthDate, LocalDate day) {
        if (kind == ConsentKind.DUTIES || kind == ConsentKind.WORKER_MENTEE) {
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
    public LocalDate bornForAge(int age, LocalDate day) {
        LocalDate born = day.minusYears(age);
        return born.plusDays(1).plusYears(age).isAfter(day) ? born : born.plusDays(1);
    }
}
