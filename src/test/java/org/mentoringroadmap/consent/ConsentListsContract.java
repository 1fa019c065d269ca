package org.mentoringroadmap.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mentoringroadmap.participant.ConsentKind.DUTIES;
import static org.mentoringroadmap.participant.ConsentKind.PROCESSING;
import static org.mentoringroadmap.participant.ConsentKind.PSYCHOLOGICAL_HELP;
import static org.mentoringroadmap.participant.ConsentKind.PUBLICATION;
import static org.mentoringroadmap.participant.ConsentKind.WORKER_MENTEE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.DataField;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.register.RegisterFigures;
import org.mentoringroadmap.register.RegisterGaps;
import org.mentoringroadmap.register.RegisterGroup;
import org.mentoringroadmap.register.RegisterQueries;
import org.mentoringroadmap.school.PaperSettings;
import org.mentoringroadmap.school.RegistryCodes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the lists of consents promise, on whichever database the subclass brings. */
abstract class ConsentListsContract {
    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private SchoolClasses classes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private ConsentLists lists;

    @Autowired
    private RegisterGaps gaps;

    @Autowired
    private RegisterQueries registerQueries;

    @Autowired
    private ConsentGate gate;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programmeId;
    private Long own;
    private Long other;
    private LocalDate today;

    @BeforeEach
    void school() {
        school = schools.create(Role.CURATOR, Role.CLASS_TEACHER);
        today = LocalDate.now(clock);
        programmeId = open(school);
        own = classes.add(school.id(), "8А", school.staffId(Role.CLASS_TEACHER)).id();
        other = classes.add(school.id(), "10Б", null).id();
    }

    @Test
    void everybodyIsCountedOnceInTheOwnClass() {
        Participant pupil = pupil("Первый", own);
        Participant same = again(pupil, ParticipantRole.MENTOR, own);
        pupil("Второй", own);
        left(pupil("Третий", own));
        Participant mentor = pupil("Четвёртый", other);
        left(again(mentor, ParticipantRole.MENTOR, other));
        teacher("Пятый");
        register(pupil, PROCESSING, today.minusDays(1));
        register(same, PROCESSING, today);
        register(pupil, PUBLICATION, today);
        withdraw(register(mentor, PUBLICATION, today));
        Long elsewhere = open(schools.create(Role.CURATOR));

        List<ConsentRow.Group> groups = as(() -> lists.groups(programmeId));

        assertThat(groups).extracting(ConsentRow.Group::key).containsExactly(own, other, 0L);
        assertThat(groups).extracting(ConsentRow.Group::people).containsExactly(2L, 1L, 1L);
        assertThat(groups.get(0).having()).isEqualTo(Map.of(PROCESSING, 1L, PUBLICATION, 1L));
        assertThat(groups.get(1).having()).isEmpty();
        assertThat(school.as(Role.CLASS_TEACHER, () -> lists.groups(programmeId)))
                .extracting(ConsentRow.Group::key)
                .containsExactly(own);
        assertThatThrownBy(() -> as(() -> lists.groups(elsewhere))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aLongListComesInPagesInTheOrderOfNames() {
        for (int i = ConsentLists.PAGE + 1; i > 0; i--) {
            pupil("Примеров" + "а".repeat(i), own);
        }
        pupil("Ёжиков", own);

        ConsentRow.Sheet first = as(() -> lists.sheet(programmeId, own, today, 0));
        ConsentRow.Sheet second = as(() -> lists.sheet(programmeId, own, today, 1));

        assertThat(first.total()).isEqualTo(ConsentLists.PAGE + 2);
        assertThat(first.pages()).isEqualTo(2);
        assertThat(first.rows()).hasSize(ConsentLists.PAGE);
        assertThat(lastName(first.rows().get(0))).as("«ё» is «е»").isEqualTo("Ёжиков");
        assertThat(lastName(first.rows().get(1))).isEqualTo("Примерова");
        assertThat(second.rows()).hasSize(2);
        assertThat(as(() -> lists.sheet(programmeId, other, today, 0)).rows()).isEmpty();
    }

    @Test
    void aLineSaysWhoThePersonIsWhoSignsAndWhatIsThere() {
        Participant pupil = pupil("Первый", own);
        again(pupil, ParticipantRole.MENTOR, own);
        Participant teacher = mentor("Учителев", ParticipantCategory.TEACHER, MentoringForm.TEACHER_TEACHER);
        register(pupil, PUBLICATION, today);

        ConsentRow row =
                as(() -> lists.sheet(programmeId, own, today, 0)).rows().get(0);
        assertThat(row.roles()).containsExactlyInAnyOrder(ParticipantRole.MENTEE, ParticipantRole.MENTOR);
        assertThat(row.of(DUTIES)).isEmpty();
        assertThat(row.of(PUBLICATION).orElseThrow().missing()).isFalse();
        assertThat(row.of(PROCESSING).orElseThrow().signers()).containsExactly(Signer.REPRESENTATIVE);
        ConsentRow worker =
                as(() -> lists.sheet(programmeId, 0, today, 0)).rows().get(0);
        assertThat(worker.participant().id()).isEqualTo(teacher.id());
        assertThat(worker.of(DUTIES).orElseThrow().missing()).isTrue();
        assertThat(worker.of(PSYCHOLOGICAL_HELP)).as("of age").isEmpty();
        assertThat(row.of(PSYCHOLOGICAL_HELP).orElseThrow().signers()).containsExactly(Signer.REPRESENTATIVE);
    }

    /** Where all are teachers whoever mentors does so to a worker, though nobody has named a form yet. */
    @Test
    void whereAllAreTeachersMentorsAreAskedWhateverTheirCardsSay() {
        Long ofTeachers = programmes
                .open(school.id(), SchoolYear.around(today), "teacher-mentoring")
                .id();
        Participant here = teacher("Наставников");
        Participant there = as(() -> registers.enterAgain(
                ofTeachers,
                ParticipantRole.MENTOR,
                here.person().id(),
                ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.TEACHER, null)));

        assertThat(as(() -> lists.row(here.id(), today)).of(DUTIES))
                .as("pupils may be mentored here")
                .isEmpty();
        assertThat(as(() -> lists.row(there.id(), today))
                        .of(DUTIES)
                        .orElseThrow()
                        .missing())
                .isTrue();
        assertThat(as(() -> lists.toPrint(ofTeachers, 0, DUTIES))).hasSize(1);
        assertThatThrownBy(() -> as(() -> lists.toPrint(programmeId, 0, DUTIES)))
                .hasMessage("consent.nobody-asked.DUTIES");
        register(there, DUTIES, today);
        assertThatThrownBy(() -> as(() -> lists.toPrint(programmeId, 0, DUTIES)))
                .as("a paper that was not asked for here is not everybody's")
                .hasMessage("consent.nobody-asked.DUTIES");
        assertThatThrownBy(() -> as(() -> lists.toPrint(ofTeachers, 0, DUTIES))).hasMessage("consent.nobody");
    }

    @Test
    void papersOfWorkersAreAskedForByRoleAndForm() {
        Participant novice = enter("Новичков", ParticipantRole.MENTEE, ParticipantCategory.TEACHER, null, null);
        Participant ofPupils = mentor("Кружков", ParticipantCategory.TEACHER, MentoringForm.TEACHER_PUPIL);
        Participant ofWorkers = mentor("Опытов", ParticipantCategory.TEACHER, MentoringForm.TEACHER_TEACHER);
        Participant guest = mentor("Гостев", ParticipantCategory.EMPLOYEE, MentoringForm.TEACHER_TEACHER);

        Map<Long, ConsentRow> rows = as(() -> lists.sheet(programmeId, 0, today, 0)).rows().stream()
                .collect(Collectors.toMap(row -> row.participant().id(), row -> row));

        assertThat(rows.get(novice.id()).cells()).containsOnlyKeys(PROCESSING, PUBLICATION, WORKER_MENTEE);
        assertThat(rows.get(ofPupils.id()).cells()).containsOnlyKeys(PROCESSING, PUBLICATION);
        assertThat(rows.get(ofWorkers.id()).cells()).containsOnlyKeys(PROCESSING, PUBLICATION, DUTIES);
        assertThat(rows.get(guest.id()).cells()).containsOnlyKeys(PROCESSING, PUBLICATION);
        assertThat(as(() -> lists.toPrint(programmeId, 0, DUTIES)))
                .extracting(row -> row.participant().id())
                .containsExactly(ofWorkers.id());
        assertThatThrownBy(() -> register(novice, DUTIES, today))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo("consent.not-asked.DUTIES"));
    }

    @Test
    void aPaperThatDoesNotNameWhatTheSchoolAsksForIsRenewed() {
        asksFor(false);
        Participant pupil = pupil("Первый", own);
        register(pupil, PROCESSING, today);
        assertThat(cell(pupil).missing()).isFalse();

        asksFor(true);
        assertThat(cell(pupil).counts()).isTrue();
        assertThat(cell(pupil).unnamed()).isTrue();
        assertThat(cell(pupil).missing()).isTrue();

        tick(today, pupil);
        assertThat(cell(pupil).missing()).isFalse();
        assertThat(consents.of(pupil.person().id()))
                .extracting(consent -> consent.names(DataField.HEALTH))
                .containsExactly(true, false);
    }

    private void asksFor(boolean health) {
        as(() -> {
            schools.decide(school, RegistryCodes.NONE, new PaperSettings(null, null, null, null, health, false));
            return null;
        });
    }

    private Participant mentor(String lastName, ParticipantCategory category, MentoringForm form) {
        Participant mentor = enter(lastName, ParticipantRole.MENTOR, category, null, null);
        jdbc.sql("insert into participant_form (participant_id, form) values (?, ?)")
                .params(mentor.id(), form.name())
                .update();
        return mentor;
    }

    @Test
    void aPaperOfOneRoleIsNotThatOfTheOther() {
        Participant mentee = pupil("Первый", own);
        register(mentee, PROCESSING, today.minusDays(1));
        register(mentee, PUBLICATION, today.minusDays(1));
        Participant mentor = again(mentee, ParticipantRole.MENTOR, own);

        assertThat(cell(mentee).lacking()).containsExactly(ParticipantRole.MENTOR);
        assertThat(cell(mentee).missing()).isTrue();
        assertThat(as(() -> lists.row(mentee.id(), today))
                        .of(PUBLICATION)
                        .orElseThrow()
                        .missing())
                .isFalse();
        assertThat(as(() -> lists.groups(programmeId)).get(0).having()).isEqualTo(Map.of(PUBLICATION, 1L));
        assertThat(missing(ParticipantRole.MENTEE)).isEmpty();
        assertThat(missing(ParticipantRole.MENTOR)).containsExactly(mentor.id());
        assertThat(gaps.figures(programmeId, RegisterGroup.ofConsents("mentor")).missing())
                .isEqualTo(1);

        assertThat(cell(mentee).papers())
                .as("a sheet for each purpose")
                .extracting(paper -> paper.participant().id(), ConsentRow.Paper::missing)
                .containsExactly(tuple(mentee.id(), false), tuple(mentor.id(), true));
        assertThat(tick(today, mentor)).isEqualTo(1);

        assertThat(cell(mentee).missing()).isFalse();
        assertThat(consents.of(mentee.person().id()).get(0).covers(ParticipantRole.MENTEE))
                .isFalse();
        assertThat(consents.of(mentee.person().id()).get(0).covers(ParticipantRole.MENTOR))
                .isTrue();
        assertThat(as(() -> lists.groups(programmeId)).get(0).having())
                .isEqualTo(Map.of(PROCESSING, 1L, PUBLICATION, 1L));
        assertThat(missing(ParticipantRole.MENTOR)).isEmpty();
        assertThat(gaps.figures(programmeId, RegisterGroup.ofConsents("mentor")).missing())
                .isZero();
    }

    private ConsentRow.Cell cell(Participant of) {
        return as(() -> lists.row(of.id(), today)).of(PROCESSING).orElseThrow();
    }

    private List<Long> missing(ParticipantRole role) {
        return as(() -> registers.find(
                        programmeId, new ParticipantFilter(role, "", null, null, null, PROCESSING), 0, 50))
                .map(Participant::id)
                .getContent();
    }

    @Test
    void aBirthdayMakesAConsentOutgrown() {
        LocalDate birthday = today.minusDays(10);
        Participant pupil =
                enter("Именинников", ParticipantRole.MENTEE, ParticipantCategory.PUPIL, own, birthday.minusYears(14));
        as(() -> consents.register(pupil.id(), PROCESSING, birthday.minusDays(1), Set.of(Signer.REPRESENTATIVE)));

        ConsentRow.Cell cell =
                as(() -> lists.row(pupil.id(), today)).of(PROCESSING).orElseThrow();

        assertThat(cell.counts()).isTrue();
        assertThat(cell.outgrown()).isTrue();
        assertThat(cell.signers()).containsExactlyInAnyOrder(Signer.SELF, Signer.REPRESENTATIVE);
        assertThat(as(() -> lists.row(pupil.id(), birthday.minusDays(1)))
                        .of(PROCESSING)
                        .orElseThrow()
                        .outgrown())
                .isFalse();
    }

    @Test
    void onlyWhoHasNotSignedIsPrinted() {
        Participant signed = pupil("Первый", own);
        Participant missing = pupil("Второй", own);
        Participant withdrawn = pupil("Третий", own);
        register(signed, PUBLICATION, today);
        withdraw(register(withdrawn, PUBLICATION, today));

        assertThat(as(() -> lists.toPrint(programmeId, own, PUBLICATION)))
                .extracting(row -> row.participant().id())
                .containsExactly(missing.id(), withdrawn.id());
        register(missing, PUBLICATION, today);
        register(withdrawn, PUBLICATION, today);
        assertThatThrownBy(() -> as(() -> lists.toPrint(programmeId, own, PUBLICATION)))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo("consent.nobody"));
        assertThatThrownBy(() -> as(() -> lists.toPrint(programmeId, own, DUTIES)))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo("consent.nobody-asked.DUTIES"));
    }

    /** The next year is prepared while the papers of this one are valid: none of them says anything about it. */
    @Test
    void aConsentOfThisYearIsRenewedForTheNext() {
        Participant signed = pupil("Первый", own);
        Consent paper = register(signed, PROCESSING, today);
        Long nextYear = programmes
                .open(school.id(), SchoolYear.around(today.plusYears(1)), "target-model")
                .id();
        Participant again = as(() -> registers.enterAgain(
                nextYear,
                ParticipantRole.MENTEE,
                signed.person().id(),
                ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, own)));
        RegisterGroup group = RegisterGroup.ofConsents("representative");

        assertThat(as(() -> consents.toPrint(paper.id())).id())
                .as("a withdrawal of this year's paper names this year and its class")
                .isEqualTo(signed.id());
        assertThat(cell(signed).missing()).isFalse();
        assertThat(gaps.figures(programmeId, group)).isEqualTo(new RegisterFigures(1, 0, 0));
        assertThat(cell(again).endsTooSoon()).isTrue();
        assertThat(cell(again).missing()).isTrue();
        assertThat(gaps.figures(nextYear, group)).isEqualTo(new RegisterFigures(0, 1, 0));
        assertThat(as(() -> gaps.missing(nextYear, group, 0))).hasSize(1);
        assertThat(as(() -> lists.groups(nextYear)).get(0).having()).isEmpty();
        assertThat(as(() -> registers.find(
                        nextYear,
                        new ParticipantFilter(ParticipantRole.MENTEE, "", null, null, null, PROCESSING),
                        0,
                        50)))
                .hasSize(1);
        assertThat(as(() -> lists.toPrint(nextYear, own, PROCESSING)))
                .as("who has signed for this year is printed a paper for the next")
                .hasSize(1);

        Consent renewed = register(again, PROCESSING, today);

        assertThat(renewed.validUntil()).isEqualTo(paper.validUntil().plusYears(1));
        assertThat(cell(again).missing()).isFalse();
        assertThat(cell(signed).missing()).isFalse();
        assertThat(gaps.figures(nextYear, group)).isEqualTo(new RegisterFigures(1, 0, 0));
        assertThat(as(() -> lists.groups(nextYear)).get(0).having()).isEqualTo(Map.of(PROCESSING, 1L));
    }

    /** Nobody has agreed to what was done in a year by a paper that was signed after it, however long that one lasts. */
    @Test
    void aConsentOfThisYearCountsInNoneThatIsOver() {
        Long lastYear = programmes
                .open(school.id(), SchoolYear.around(today.minusYears(1)), "target-model")
                .id();
        Participant then = as(() -> registers.enter(
                lastYear,
                ParticipantRole.MENTEE,
                PersonDetails.named("Первый", "Пример", null, today.minusYears(12)),
                ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, own)));
        Participant now = pupil("Первый", own);
        assertThat(now.person().id()).isEqualTo(then.person().id());
        register(now, PROCESSING, today);
        RegisterGroup group = RegisterGroup.ofConsents("representative");

        assertThat(gaps.figures(lastYear, group))
                .as("it still runs: what is done today is done with the paper of today")
                .isEqualTo(new RegisterFigures(1, 0, 0));
        assertThat(cell(then).counts()).isTrue();
        assertThat(isOpen(lastYear, then)).isTrue();

        transaction.executeWithoutResult(status -> programmes.complete(lastYear));

        assertThat(gaps.figures(lastYear, group)).isEqualTo(new RegisterFigures(0, 1, 0));
        assertThat(as(() -> gaps.missing(lastYear, group, 0))).hasSize(1);
        assertThat(as(() -> lists.groups(lastYear)).get(0).having()).isEmpty();
        assertThat(as(() -> registers.find(
                        lastYear,
                        new ParticipantFilter(ParticipantRole.MENTEE, "", null, null, null, PROCESSING),
                        0,
                        50)))
                .hasSize(1);
        assertThat(as(() -> registerQueries.rows(registerQueries.programme(lastYear), List.of(then)))
                        .get(0)
                        .consents())
                .singleElement()
                .satisfies(paper -> {
                    assertThat(paper.counts()).isFalse();
                    assertThat(paper.beginsTooLate()).isTrue();
                    assertThat(paper.endsTooSoon()).isFalse();
                });
        assertThat(cell(then).beginsTooLate()).isTrue();
        assertThat(cell(then).endsTooSoon()).isFalse();
        assertThat(cell(then).missing()).isTrue();
        assertThat(isOpen(lastYear, then)).isFalse();
        assertThat(cell(now).counts()).isTrue();
        assertThat(isOpen(programmeId, now)).isTrue();
    }

    private boolean isOpen(Long programme, Participant participant) {
        Programme year = programmes.get(programme);
        boolean alone = gate.isOpen(year, participant.person().id(), ParticipantRole.MENTEE);
        assertThat(gate.consented(year, ParticipantRole.MENTEE)
                        .people()
                        .contains(participant.person().id()))
                .as("one by one and all at once")
                .isEqualTo(alone);
        return alone;
    }

    @Test
    void aListIsTickedWhollyOrNotAtAll() {
        Participant first = pupil("Первый", own);
        Participant second = pupil("Второй", own);
        Participant stranger = school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programmes
                                .open(school.id(), SchoolYear.around(today.plusYears(1)), "target-model")
                                .id(),
                        ParticipantRole.MENTEE,
                        PersonDetails.named("Чужой", "Пример", null, today.minusYears(12)),
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, own)));

        assertThatThrownBy(() -> tick(today, first, stranger)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tick(today.plusDays(1), first, second)).isInstanceOf(UserInputException.class);
        assertThatThrownBy(() -> tick(today)).isInstanceOf(UserInputException.class);
        assertThat(consents.of(first.person().id())).isEmpty();

        assertThat(tick(today, first, second)).isEqualTo(2);
        assertThat(tick(today, first, second)).as("again").isEqualTo(2);
        assertThat(consents.of(first.person().id()))
                .singleElement()
                .satisfies(consent -> assertThat(consent.signers()).containsExactly(Signer.REPRESENTATIVE));
    }

    private int tick(LocalDate day, Participant... people) {
        return as(() -> lists.register(
                programmeId,
                Arrays.stream(people)
                        .map(one -> new ConsentLists.Tick(one.id(), PROCESSING))
                        .toList(),
                day));
    }

    private static String lastName(ConsentRow row) {
        return row.participant().person().details().lastName();
    }

    private Consent register(Participant of, ConsentKind kind, LocalDate day) {
        return as(() -> consents.register(of.id(), kind, day, Set.of(Signer.SELF, Signer.REPRESENTATIVE)));
    }

    private void withdraw(Consent consent) {
        as(() -> consents.withdraw(consent.id(), today));
    }

    private void left(Participant participant) {
        as(() -> {
            registers.changeStatus(participant.id(), ParticipantStatus.LEFT, "Отказ");
            return null;
        });
    }

    private Participant pupil(String lastName, Long classId) {
        return enter(lastName, ParticipantRole.MENTEE, ParticipantCategory.PUPIL, classId, today.minusYears(12));
    }

    private Participant teacher(String lastName) {
        return enter(lastName, ParticipantRole.MENTOR, ParticipantCategory.TEACHER, null, null);
    }

    private Participant again(Participant known, ParticipantRole role, Long classId) {
        PersonDetails person = known.person().details();
        return enter(person.lastName(), role, known.category(), classId, person.birthDate());
    }

    private Participant enter(
            String lastName, ParticipantRole role, ParticipantCategory category, Long classId, LocalDate born) {
        return as(() -> registers.enter(
                programmeId,
                role,
                PersonDetails.named(lastName, "Пример", null, born),
                ParticipantDetails.of(role, category, classId)));
    }

    private Long open(TestSchool of) {
        return programmes
                .open(of.id(), SchoolYear.around(today), "target-model")
                .id();
    }

    private <T> T as(Supplier<T> work) {
        return school.as(Role.CURATOR, work);
    }
}
