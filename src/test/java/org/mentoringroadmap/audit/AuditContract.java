package org.mentoringroadmap.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
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
import org.mentoringroadmap.register.PersonDataExport;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditThing;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.withdrawal.Erasure;
import org.mentoringroadmap.withdrawal.Withdrawals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the audit trail promises, on whichever database the subclass brings. */
abstract class AuditContract {
    private static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditRecords records;

    @Autowired
    private AuditQueries queries;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private PersonDataExport personData;

    @Autowired
    private Staff staff;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programme;

    @BeforeEach
    void school() {
        school = schools.create(Role.CURATOR, Role.DIRECTOR, Role.TEACHER);
        programme = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
    }

    @Test
    void anActIsKeptWithWhoAndWhenAndInWhichSchool() {
        AuditEvent event = AuditEvent.of(AuditAct.REGISTER_LISTED, programme)
                .count(7)
                .fact("role", ParticipantRole.MENTEE)
                .fact("format", "csv");
        FromAddress.run("10.9.8.7", () -> curator(() -> trail.record(event)));

        AuditRow row = director(ALL).get(0);

        assertThat(row.account()).isEqualTo(school.login(Role.CURATOR));
        assertThat(row.at()).isEqualTo(TestClock.now());
        assertThat(row.school()).isEqualTo(school.id());
        assertThat(row.act()).isEqualTo(AuditAct.REGISTER_LISTED);
        assertThat(row.thing()).isEqualTo(AuditThing.PROGRAMME);
        assertThat(row.thingId()).isEqualTo(programme.toString());
        assertThat(row.count()).isEqualTo(7);
        assertThat(row.facts()).containsEntry("role", "MENTEE").containsEntry("format", "csv");
        assertThat(row.address()).isEqualTo("10.9.8.7");
    }

    /** Each kind of thing finds its school by a statement of its own, whether the thing is still there or not. */
    @Test
    void everyActCanBeKept() {
        for (AuditAct act : AuditAct.values()) {
            AuditEvent event = act.thing().isPresent() ? AuditEvent.of(act, 987_654_321L) : AuditEvent.of(act);
            curator(() -> trail.record(event));
        }

        assertThat(queries(
                        Role.ADMINISTRATOR, new AuditFilter(null, null, school.login(Role.CURATOR), null, null, null)))
                .extracting(AuditRow::act)
                .contains(AuditAct.values());
    }

    @Test
    void theRecordIsThereWithTheActOrNotAtAll() {
        int before = director(ALL).size();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    curator(() -> trail.record(AuditEvent.of(AuditAct.CARDS_EXPORTED)));
                    throw new IllegalStateException("The act fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(director(ALL)).hasSize(before);
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        String tooLong = "x".repeat(65);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    staff.add(school.id(), "Примеров Пример", "", Set.of(Role.TEACHER));
                    trail.record(AuditEvent.of(AuditAct.ACCOUNT_OPENED, tooLong));
                }))
                .isInstanceOf(DataAccessException.class);

        assertThat(staff.of(school.id())).noneMatch(member -> member.fullName().equals("Примеров Пример"));
    }

    /** Numbers of a roadmap that a school has drawn have Russian letters. */
    @Test
    void theNumberOfARowFitsIn() {
        AuditEvent event = AuditEvent.of(AuditAct.ACTIVITY_CORRECTED, programme);

        for (String item : List.of("II.А.2", "1.2а", "000-5.2.1", "П4.1")) {
            assertThat(event.item(item).facts()).containsEntry("item", item);
        }
    }

    @Test
    void noTextOfPeopleFitsIn() {
        AuditEvent event = AuditEvent.of(AuditAct.REGISTER_LISTED, programme);

        assertThatThrownBy(() -> event.fact("q", "Примеров")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> event.fact("q", "two words")).isInstanceOf(IllegalArgumentException.class);
        assertThat(event.item("Примеров").facts()).isEmpty();
        assertThat(event.item("1.2 П").facts()).isEmpty();
        assertThatThrownBy(() -> AuditEvent.of(AuditAct.CARD_OPENED, "Примеров"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsRepeatedIsKeptOnceInATime() {
        AuditEvent event = AuditEvent.of(AuditAct.PROGRAM_SIGNED_IN).by(school.login(Role.TEACHER));
        AuditFilter ofTeacher = new AuditFilter(null, null, school.login(Role.TEACHER), "SIGN_IN", null, null);
        int before = director(ofTeacher).size();

        FromAddress.run("10.0.0.1", () -> trail.recordSeldom(event, Duration.ofHours(1)));
        FromAddress.run("10.0.0.1", () -> trail.recordSeldom(event, Duration.ofHours(1)));
        assertThat(director(ofTeacher)).hasSize(before + 1);

        FromAddress.run("10.0.0.2", () -> trail.recordSeldom(event, Duration.ofHours(1)));
        assertThat(director(ofTeacher)).as("another address").hasSize(before + 2);

        TestClock.moveTo(TestClock.now().plusMinutes(61));
        FromAddress.run("10.0.0.1", () -> trail.recordSeldom(event, Duration.ofHours(1)));
        assertThat(director(ofTeacher)).as("an hour later").hasSize(before + 3);
    }

    @Test
    void staffRolesAndPasswordsAreRecorded() {
        StaffMember member = curator(() -> staff.add(school.id(), "Новиков Новик", "", Set.of(Role.TEACHER)));
        String login = "novik-of-" + school.id();
        curator(() -> {
            staff.open(school.id(), member.id(), login, "password-of-tests");
            staff.change(school.id(), member.id(), "Новиков Новик", "", Set.of(Role.SECRETARY));
            staff.changePassword(school.id(), member.id(), "another-password");
            staff.remove(school.id(), member.id());
        });

        List<AuditRow> rows = director(new AuditFilter(null, null, school.login(Role.CURATOR), "STAFF", null, null));

        assertThat(rows)
                .extracting(AuditRow::act)
                .containsExactly(
                        AuditAct.STAFF_REMOVED,
                        AuditAct.PASSWORD_CHANGED,
                        AuditAct.STAFF_CHANGED,
                        AuditAct.ACCOUNT_OPENED,
                        AuditAct.STAFF_ADDED);
        assertThat(rows.get(2).facts()).containsEntry("given", "secretary").containsEntry("taken", "teacher");
        assertThat(rows.get(1).thingId()).isEqualTo(login);
        assertThat(rows.get(0).facts()).containsEntry("account", login);
        assertThat(rows).allMatch(row -> school.id().equals(row.school()));
    }

    @Test
    void consentsAndWhatBecomesOfTheDataAreRecorded() {
        Participant pupil = curator(() -> registers.enter(
                programme,
                ParticipantRole.MENTEE,
                PersonDetails.named(
                        "Примеров", "Пример", null, TestClock.today().minusYears(12)),
                ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)));
        Consent mistaken = curator(() -> sign(pupil, ConsentKind.PUBLICATION));
        curator(() -> consents.undo(mistaken.id()));
        Consent signed = curator(() -> sign(pupil, ConsentKind.PROCESSING));
        curator(() -> consents.attach(signed.id(), "скан.pdf", "%PDF-1.7 ".getBytes()));
        curator(() -> sign(pupil, ConsentKind.PROCESSING)); // the same paper again is not entered again
        curator(() -> {
            consents.withdraw(signed.id(), null);
        });
        curator(() -> {
            withdrawals.decide(signed.id(), Erasure.ANONYMISE, null);
            withdrawals.anonymise(signed.id());
        });

        List<AuditRow> rows = director(new AuditFilter(
                null, null, null, null, AuditThing.PARTICIPANT, pupil.id().toString()));

        assertThat(rows)
                .extracting(AuditRow::act)
                .containsExactly(
                        AuditAct.PERSON_ERASED,
                        AuditAct.ERASURE_DECIDED,
                        AuditAct.CONSENT_WITHDRAWN,
                        AuditAct.CONSENT_SCAN_KEPT,
                        AuditAct.CONSENT_REGISTERED,
                        AuditAct.CONSENT_UNDONE,
                        AuditAct.CONSENT_REGISTERED,
                        AuditAct.CARD_ENTERED);
        assertThat(rows.get(1).facts()).containsEntry("decision", "ANONYMISE");
        assertThat(rows.get(2).facts())
                .containsEntry("kind", "PROCESSING")
                .containsEntry("consent", signed.id().toString());
        assertThat(text()).doesNotContain("Пример");
    }

    @Test
    void whoHasReadOfAPersonIsToldByTheSameTable() {
        Participant pupil = curator(() -> registers.enter(
                programme,
                ParticipantRole.MENTEE,
                PersonDetails.named(
                        "Примеров", "Пример", null, TestClock.today().minusYears(12)),
                ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)));
        curator(() -> sign(pupil, ConsentKind.PROCESSING));
        curator(() -> trail.record(AuditEvent.of(AuditAct.CARD_OPENED, pupil.id())));
        curator(() -> personData.of(pupil.id()));

        assertThat(trail.readings(AuditThing.PARTICIPANT, pupil.id(), 10))
                .extracting(AuditTrail.Reading::act)
                .containsExactly(AuditAct.PERSON_EXPORTED, AuditAct.CARD_OPENED);
        assertThat(trail.readings(AuditThing.PARTICIPANT, pupil.id(), 1)).hasSize(1);
        assertThat(curator(() -> personData.of(pupil.id()))
                        .participations()
                        .get(0)
                        .views())
                .hasSize(3);
    }

    @Test
    void aDirectorReadsTheOwnSchoolAndAnAdministratorAll() {
        TestSchool other = schools.create(Role.DIRECTOR, Role.CURATOR);
        curator(() -> trail.record(AuditEvent.of(AuditAct.REGISTER_LISTED, programme)));

        assertThat(other.as(Role.DIRECTOR, () -> queries.find(ALL, null, 500).rows()))
                .isNotEmpty()
                .allMatch(row -> other.id().equals(row.school()));
        assertThat(queries(
                        Role.ADMINISTRATOR, new AuditFilter(null, null, school.login(Role.CURATOR), null, null, null)))
                .isNotEmpty();
        assertThatThrownBy(() -> curator(() -> queries.find(ALL, null, 10))).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> curator(() -> queries.each(ALL, row -> {}))).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void actsAreFoundByTimeKindAndThing() {
        curator(() -> trail.record(AuditEvent.of(AuditAct.REGISTER_LISTED, programme)));
        TestClock.moveTo(TestClock.now().plusDays(2));
        curator(() -> trail.record(AuditEvent.of(AuditAct.REGISTER_EXPORTED, programme)));
        LocalDate later = TestClock.today();
        String curator = school.login(Role.CURATOR);

        assertThat(director(new AuditFilter(later, later, curator, null, null, null)))
                .extracting(AuditRow::act)
                .containsExactly(AuditAct.REGISTER_EXPORTED);
        assertThat(director(new AuditFilter(null, later.minusDays(1), curator, "PEOPLE", null, null)))
                .extracting(AuditRow::act)
                .containsExactly(AuditAct.REGISTER_LISTED);
        assertThat(director(new AuditFilter(
                        null, null, null, "REGISTER_EXPORTED", AuditThing.PROGRAMME, programme.toString())))
                .hasSize(1);
        assertThatThrownBy(() -> director(new AuditFilter(null, null, null, "EVERYTHING", null, null)))
                .isInstanceOf(UserInputException.class)
                .hasMessage("audit.what");
        assertThatThrownBy(() -> new AuditFilter(LocalDate.MAX, null, null, null, null, null))
                .isInstanceOf(UserInputException.class);
    }

    @Test
    void pagesAreReadOnByKey() {
        for (int i = 0; i < 5; i++) {
            curator(() -> trail.record(AuditEvent.of(AuditAct.REGISTER_LISTED, programme)));
        }
        AuditFilter filter = new AuditFilter(null, null, null, "REGISTER_LISTED", null, null);

        AuditQueries.Found first = school.as(Role.DIRECTOR, () -> queries.find(filter, null, 2));
        AuditQueries.Found second = school.as(Role.DIRECTOR, () -> queries.find(filter, first.next(), 2));
        AuditQueries.Found third = school.as(Role.DIRECTOR, () -> queries.find(filter, second.next(), 2));

        assertThat(first.rows()).hasSize(2);
        assertThat(second.rows())
                .hasSize(2)
                .allMatch(row -> row.id() < first.rows().get(1).id());
        assertThat(third.rows()).hasSize(1);
        assertThat(third.next()).isNull();
    }

    @Test
    void whatIsTooOldIsForgotten() {
        curator(() -> trail.record(AuditEvent.of(AuditAct.REGISTER_LISTED, programme)));
        TestClock.moveTo(TestClock.now().plusYears(3));
        records.forgetTheOld();
        assertThat(director(ALL)).as("on its last day").isNotEmpty();

        TestClock.moveTo(TestClock.now().plusDays(1));
        curator(() -> trail.record(AuditEvent.of(AuditAct.REGISTER_EXPORTED, programme)));
        records.forgetTheOld();

        assertThat(director(ALL)).extracting(AuditRow::act).containsExactly(AuditAct.REGISTER_EXPORTED);
    }

    private Consent sign(Participant of, ConsentKind kind) {
        return consents.register(of.id(), kind, TestClock.today(), Set.of(Signer.SELF, Signer.REPRESENTATIVE));
    }

    private List<AuditRow> director(AuditFilter filter) {
        return queries(Role.DIRECTOR, filter);
    }

    private List<AuditRow> queries(Role role, AuditFilter filter) {
        return school.as(role, () -> queries.find(filter, null, 500).rows());
    }

    private <T> T curator(Supplier<T> work) {
        return school.as(Role.CURATOR, work);
    }

    private void curator(Runnable work) {
        school.as(Role.CURATOR, () -> {
            work.run();
            return null;
        });
    }

    private String text() {
        return String.join(
                "\n",
                jdbc.sql("select coalesce(facts, '') from audit_record where school_id = ?")
                        .param(school.id())
                        .query(String.class)
                        .list());
    }
}
