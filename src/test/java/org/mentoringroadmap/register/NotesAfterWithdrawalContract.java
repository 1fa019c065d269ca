package org.mentoringroadmap.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditThing;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.AuditActs;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of notes whose consent is withdrawn, on whichever database the subclass brings. */
abstract class NotesAfterWithdrawalContract {
    private static final int DAYS = 30;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private PsychologistJournal journal;

    @Autowired
    private NotesAfterWithdrawal withdrawn;

    @Autowired
    private JdbcClient jdbc;

    private TestSchool school;
    private Long programme;
    private Participant pupil;

    @BeforeEach
    void somebodyWithANote() {
        school = schools.create(Role.CURATOR, Role.PSYCHOLOGIST);
        programme = programmes
                .open(school.id(), SchoolYear.around(TestClock.today()), "target-model")
                .id();
        pupil = enter("Примеров");
        sign(pupil);
        write(pupil);
    }

    @Test
    void theyAreErasedThirtyDaysAfterIt() {
        Participant other = enter("Образцов");
        sign(other);
        write(other);
        assertThat(eraseOn()).isNull();
        LocalDate day = TestClock.today();
        withdraw();

        assertThat(eraseOn()).isEqualTo(day.plusDays(DAYS));
        assertThatThrownBy(() -> write(pupil)).isInstanceOf(ConflictException.class);
        later(DAYS - 1);
        withdrawn.erase();
        assertThat(notes(pupil)).isEqualTo(1);

        later(1);
        withdrawn.erase();
        withdrawn.erase();

        assertThat(notes(pupil)).isZero();
        assertThat(notes(other)).isEqualTo(1);
        assertThat(AuditActs.about(jdbc, AuditThing.PARTICIPANT, pupil.id()))
                .filteredOn("NOTES_ERASED"::equals)
                .hasSize(1);
        assertThat(eraseOn()).isNull();
    }

    @Test
    void whoConsentsAgainKeepsThem() {
        withdraw();
        later(5);
        sign(pupil);

        assertThat(eraseOn()).isNull();
        later(DAYS);
        withdrawn.erase();
        assertThat(notes(pupil)).isEqualTo(1);
    }

    /** One that has run out is not withdrawn: nobody has asked for an end. */
    @Test
    void aConsentThatRunsOutTakesNothingWithIt() {
        later(2 * 365);

        withdrawn.erase();

        assertThat(notes(pupil)).isEqualTo(1);
    }

    private Participant enter(String lastName) {
        PersonDetails person =
                PersonDetails.named(lastName, "Пример", null, TestClock.today().minusYears(12));
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programme,
                        ParticipantRole.MENTEE,
                        person,
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)));
    }

    private void sign(Participant of) {
        school.as(
                Role.CURATOR,
                () -> consents.register(
                        of.id(), ConsentKind.PSYCHOLOGICAL_HELP, TestClock.today(), Set.of(Signer.REPRESENTATIVE)));
    }

    private void withdraw() {
        Consent consent = consents.of(pupil.person().id()).get(0);
        school.as(Role.CURATOR, () -> consents.withdraw(consent.id(), null));
    }

    private void write(Participant about) {
        school.as(Role.PSYCHOLOGIST, () -> {
            journal.write(about.id(), new PsychologistJournal.Entry(TestClock.today(), "Беседа", "Хвалить"));
            return null;
        });
    }

    private LocalDate eraseOn() {
        return school.as(Role.PSYCHOLOGIST, () -> journal.eraseOn(pupil.id()).orElse(null));
    }

    private long notes(Participant about) {
        return jdbc.sql("select count(*) from psychologist_note where participant_id = ?")
                .param(about.id())
                .query(Long.class)
                .single();
    }

    private static void later(int days) {
        TestClock.moveTo(TestClock.now().plusDays(days));
    }
}
