package org.mentoringroadmap.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose birthday is noticed and when, on whichever database the subclass brings. */
abstract class ConsentRenewalsContract {
    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private ConsentRenewals renewals;

    @Autowired
    private ConsentRules rules;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programmeId;
    private LocalDate today;
    private LocalDate last;

    @BeforeEach
    void school() {
        school = schools.create(Role.CURATOR);
        today = LocalDate.now(clock);
        last = today.plus(rules.noticeBefore());
        programmeId = open(school);
    }

    @Test
    void whoseBirthdayComesIsNoticedOnce() {
        signed("Первый", born(14, last), Signer.REPRESENTATIVE);
        signed("Второй", born(18, last), Signer.SELF, Signer.REPRESENTATIVE);
        signed("Третий", born(14, last.plusDays(2)), Signer.REPRESENTATIVE);
        signed("Четвёртый", born(14, today.minus(rules.noticeBefore()).minusDays(2)), Signer.REPRESENTATIVE);
        signed("Пятый", born(13, last), Signer.REPRESENTATIVE);
        signed("Шестой", born(14, last), Signer.SELF, Signer.REPRESENTATIVE);
        enter(school, programmeId, "Седьмой", born(14, last));
        left(signed("Восьмой", born(14, last), Signer.REPRESENTATIVE));

        assertThat(sweep()).isEqualTo(2);
        assertThat(sweep()).as("again").isZero();

        assertThat(names()).containsExactlyInAnyOrder("Первый", "Второй");
        assertThat(noticed()).isEqualTo(2);
        assertThat(school.tasks(programmeId.toString())).hasSize(1);
    }

    @Test
    void theTermFollowsTheFirstBirthday() {
        signed("Первый", born(14, last), Signer.REPRESENTATIVE);
        signed("Второй", born(14, today.plusDays(5)), Signer.REPRESENTATIVE);
        sweep();

        ConsentRenewals.Term term = renewals.term(programmeId, school.id());

        assertThat(term.start().toLocalDate()).isEqualTo(today);
        assertThat(term.due().toLocalDate())
                .isEqualTo(born(14, today.plusDays(5)).plusYears(14).plusDays(14));
        TestSchool stranger = schools.create(Role.CURATOR);
        assertThatThrownBy(() -> renewals.term(programmeId, stranger.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stranger.as(Role.CURATOR, () -> renewals.of(programmeId)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aSecondBirthdayIsNoticedAgainAndTheNewestCounts() {
        Participant grown = signed("Первый", born(18, last), Signer.SELF, Signer.REPRESENTATIVE);
        jdbc.sql("insert into consent_renewal (programme_id, person_id, birthday, noticed_on) values (?, ?, ?, ?)")
                .params(programmeId, grown.person().id(), today.minusYears(4), today.minusYears(4))
                .update();

        assertThat(sweep()).isEqualTo(1);

        assertThat(of()).singleElement().satisfies(renewal -> {
            assertThat(renewal.birthday()).isEqualTo(born(18, last).plusYears(18));
            assertThat(renewal.row().of(ConsentKind.PROCESSING).orElseThrow().signers())
                    .containsExactly(Signer.SELF);
        });
    }

    @Test
    void theTaskEndsWithTheLastPaperAndBlocksNobodyElse() {
        Participant past = signed("Первый", born(14, today.minusDays(3)), today.minusDays(5), Signer.REPRESENTATIVE);
        TestSchool other = schools.create(Role.CURATOR);
        Long theirs = open(other);
        sign(
                other,
                enter(other, theirs, "Чужой", born(14, today.minusDays(3))),
                today.minusDays(5),
                Signer.REPRESENTATIVE);
        sweep();
        other.as(null, null, () -> renewals.sweep(theirs));
        other.runJobs();

        sign(school, past, today, Signer.SELF, Signer.REPRESENTATIVE);
        school.runJobs();

        assertThat(of()).allMatch(ConsentRenewals.Renewal::done);
        assertThat(school.tasks(programmeId.toString())).isEmpty();
        assertThat(other.tasks(theirs.toString())).hasSize(1);
    }

    /** Who reaches the age on the day; on 28 February where the year of birth has no 29th. */
    private static LocalDate born(int age, LocalDate birthday) {
        return birthday.minusYears(age);
    }

    private int sweep() {
        int noticed = school.as(null, null, () -> renewals.sweep(programmeId));
        school.runJobs();
        return noticed;
    }

    private List<ConsentRenewals.Renewal> of() {
        return school.as(Role.CURATOR, () -> renewals.of(programmeId));
    }

    private List<String> names() {
        return of().stream()
                .map(renewal -> renewal.row().participant().person().details().lastName())
                .toList();
    }

    private long noticed() {
        return jdbc.sql("select count(*) from consent_renewal where programme_id = ?")
                .param(programmeId)
                .query(Long.class)
                .single();
    }

    private Long open(TestSchool of) {
        return programmes
                .open(of.id(), SchoolYear.around(today), "target-model")
                .id();
    }

    private void left(Participant participant) {
        school.as(Role.CURATOR, () -> {
            registers.changeStatus(participant.id(), ParticipantStatus.LEFT, "Отказ");
            return null;
        });
    }

    private Participant signed(String lastName, LocalDate born, Signer... signers) {
        return signed(lastName, born, today.minus(rules.noticeBefore()).minusDays(5), signers);
    }

    private Participant signed(String lastName, LocalDate born, LocalDate day, Signer... signers) {
        Participant participant = enter(school, programmeId, lastName, born);
        sign(school, participant, day, signers);
        return participant;
    }

    private Participant enter(TestSchool of, Long programme, String lastName, LocalDate born) {
        return of.as(
                Role.CURATOR,
                () -> registers.enter(
                        programme,
                        ParticipantRole.MENTEE,
                        PersonDetails.named(lastName, "Пример", null, born),
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)));
    }

    private void sign(TestSchool of, Participant participant, LocalDate day, Signer... signers) {
        of.as(Role.CURATOR, () -> consents.register(participant.id(), ConsentKind.PROCESSING, day, Set.of(signers)));
    }
}
