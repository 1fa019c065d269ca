package org.mentoringroadmap.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.mentorship.Members.NamedMember;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipLifecycle;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.StatusChange;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.reminder.Reminders;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.Cards;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pairs with people from the registers promise, on whichever database the subclass brings. */
abstract class MembersContract {
    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private MentorshipManagement management;

    @Autowired
    private Mentorships mentorships;

    @Autowired
    private MemberDirectory memberDirectory;

    @Autowired
    private MentorshipLifecycle lifecycle;

    @Autowired
    private Reminders reminders;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programmeId;
    private LocalDate today;
    private int entered;

    @BeforeEach
    void school() {
        school = schools.create(Role.CURATOR, Role.MENTOR);
        today = LocalDate.now(clock);
        programmeId = programmes
                .open(school.id(), SchoolYear.around(today), "target-model")
                .id();
    }

    @Test
    void membersAreShownByNameAndStandInThePair() {
        Participant mentor = consenting(mentor(1, school.staffId(Role.MENTOR)));
        Participant mentee = consenting(mentee());

        Mentorship pair = pair(mentor, mentee);

        Members members = team(pair);
        assertThat(members.mentor().orElseThrow().fullName())
                .isEqualTo(mentor.person().fullName());
        assertThat(members.mentees())
                .extracting(NamedMember::nameAndClass)
                .containsExactly(mentee.person().fullName());
        assertThat(members.all()).allMatch(NamedMember::admitted);
        assertThat(mentorships.get(programmeId, pair.id()).mentorId())
                .as("the mentor of the staff holds the meetings")
                .contains(school.staffId(Role.MENTOR));
        assertThat(status(mentor)).isEqualTo(ParticipantStatus.MATCHED);
        assertThat(status(mentee)).isEqualTo(ParticipantStatus.MATCHED);
        assertThat(mentorships.find(
                        programmeId,
                        new MentorshipFilter(
                                mentee.person().details().lastName().toUpperCase(),
                                java.util.Optional.empty(),
                                java.util.Optional.empty()),
                        0))
                .extracting(Mentorship::id)
                .containsExactly(pair.id());
    }

    @Test
    void twinsAreToldApartByTheirShortNames() {
        Participant ivan = consenting(mentor("Близнецов", "Иван", "Ильич"));
        Participant ilya = consenting(mentor("Близнецов", "Илья", "Ильич"));
        Participant maria = consenting(mentor("Да Силва", "Мария", "Петровна"));
        List<Long> pairs = Stream.of(ivan, ilya, maria)
                .map(mentor -> pair(mentor, consenting(mentee())).id())
                .toList();

        Map<Long, Members> teams = memberDirectory.of(school.id(), pairs);

        assertThat(pairs.stream().map(id -> teams.get(id).mentor().orElseThrow().shortName()))
                .containsExactly("Близнецов Иван И.", "Близнецов Илья И.", "Да Силва М. П.");
        assertThat(memberDirectory
                        .of(school.id(), pairs.subList(0, 1))
                        .get(pairs.get(0))
                        .mentor()
                        .orElseThrow()
                        .shortName())
                .as("on a page where the other one is not")
                .isEqualTo("Близнецов Иван И.");
    }

    /** In a list of pairs and in an order. */
    @Test
    void namesakesOfOneClassHaveTheirBirthdays() {
        Long schoolClass = school.addClass("7А");
        Participant one = consenting(namesake(LocalDate.of(2005, 3, 4), schoolClass));
        Participant other = consenting(namesake(LocalDate.of(2005, 5, 6), schoolClass));
        Participant third = consenting(namesake(LocalDate.of(2004, 5, 6), school.addClass("6Б")));
        List<Long> pairs = Stream.of(one, other, third)
                .map(mentee -> pair(null, mentee).id())
                .toList();

        Map<Long, Members> teams = memberDirectory.of(school.id(), pairs);

        assertThat(pairs.stream().flatMap(id -> teams.get(id).mentees().stream()))
                .extracting(NamedMember::nameAndClass)
                .containsExactly("Двойнов Иван (04.03.2005), 7А", "Двойнов Иван (06.05.2005), 7А", "Двойнов Иван, 6Б");
        assertThat(pairs.stream().flatMap(id -> teams.get(id).mentees().stream()))
                .extracting(NamedMember::shortNameAndClass)
                .doesNotHaveDuplicates();
    }

    private Participant namesake(LocalDate born, Long schoolClass) {
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programmeId,
                        ParticipantRole.MENTEE,
                        PersonDetails.named("Двойнов", "Иван", null, born),
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, schoolClass)));
    }

    private Participant mentor(String last, String first, String middle) {
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programmeId,
                        ParticipantRole.MENTOR,
                        PersonDetails.named(last, first, middle, LocalDate.of(1990, 1, 2)),
                        ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.EXPERT, null)));
    }

    @Test
    void nobodyComesInWithoutAConsentAndNothingIsHalfSaved() {
        Participant mentor = consenting(mentor(1, null));
        Participant mentee = mentee();

        assertThatThrownBy(() -> pair(mentor, mentee)).isInstanceOfSatisfying(ConflictException.class, refused -> {
            assertThat(refused.code()).isEqualTo("mentorship.member-hindered");
            assertThat(refused.arguments()[0].toString())
                    .contains(mentee.person().fullName(), "нет согласия")
                    .doesNotContain(mentor.person().fullName());
        });

        assertThat(mentorships.of(programmeId)).isEmpty();
        assertThat(status(mentor)).isEqualTo(ParticipantStatus.REGISTERED);
        assertThat(count("admission a join participant p on p.id = a.participant_id where p.programme_id = ?"))
                .isZero();
    }

    @Test
    void theDatabaseItselfTakesNoMemberWithoutAnAdmissionOfTheirOwn() {
        Participant mentor = consenting(mentor(1, null));
        Mentorship pair = pair(mentor, consenting(mentee()));
        Participant other = mentee();
        Long admission = jdbc.sql("select admission_id from mentorship_member where participant_id = ?")
                .param(mentor.id())
                .query(Long.class)
                .single();

        for (Long wrong : Arrays.asList(null, -1L, admission)) {
            assertThatThrownBy(() -> insert(pair, other, "MENTEE", wrong, "MATCHING"))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThatThrownBy(() -> insert(pair, mentor, "MENTEE", admission, "MATCHING"))
                .isInstanceOf(DataIntegrityViolationException.class);
        Mentorship second = pair(null, consenting(other));
        assertThatThrownBy(() -> insert(second, mentor, "MENTOR", admission, "PUBLICATION"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void insert(Mentorship pair, Participant participant, String role, Long admission, String purpose) {
        jdbc.sql("insert into mentorship_member (mentorship_id, participant_id, role, admission_id, purpose, joined_on,"
                        + " changed_at) values (?, ?, ?, cast(? as bigint), ?, ?, ?)")
                .params(Arrays.asList(
                        pair.id(), participant.id(), role, admission, purpose, today, today.atStartOfDay()))
                .update();
    }

    @Test
    void aMentorTakesNoMoreThanThereIsTimeFor() {
        Participant mentor = consenting(mentor(2, null));
        pair(mentor, consenting(mentee()));
        Mentorship second = pair(mentor, consenting(mentee()));

        assertThatThrownBy(() -> pair(mentor, consenting(mentee())))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo("mentorship.capacity"));
        end(second);
        assertThat(pair(mentor, consenting(mentee()))).isNotNull();
        Participant busy = consenting(mentor(0, null));
        assertThatThrownBy(() -> pair(busy, consenting(mentee()))).isInstanceOf(ConflictException.class);
    }

    @Test
    void twoCuratorsFillTheLastPlaceAtOnce() throws Exception {
        Participant mentor = consenting(mentor(1, null));
        List<Callable<String>> both = Stream.of(consenting(mentee()), consenting(mentee()))
                .<Callable<String>>map(mentee -> () -> {
                    try {
                        return pair(mentor, mentee).code();
                    } catch (ConflictException refused) {
                        return refused.code();
                    }
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<String> answers = new java.util.ArrayList<>();
            for (Future<String> one : threads.invokeAll(both)) {
                answers.add(one.get());
            }
            assertThat(answers).containsExactlyInAnyOrder("П-001", "mentorship.capacity");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void onlyPeopleOfThisProgrammeAndOfTheRightSide() {
        Participant mentor = consenting(mentor(1, null));
        Participant mentee = consenting(mentee());

        assertThatThrownBy(() -> pair(mentee, mentor)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> choose(pair(null, mentee), -1L)).isInstanceOf(NotFoundException.class);
        Participant both = consenting(as(() -> registers.enter(
                programmeId,
                ParticipantRole.MENTOR,
                mentee.person().details(),
                ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.PUPIL, null))));
        assertThatThrownBy(() -> pair(both, mentee))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo("mentorship.member-both"));
        assertThatThrownBy(() -> school.as(
                        Role.MENTOR, () -> management.candidates(programmeId, ParticipantRole.MENTEE, "", List.of())))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aGroupGrowsAndShrinks() {
        Participant first = consenting(mentee());
        Participant second = consenting(mentee());
        Participant third = consenting(mentee());
        Mentorship group = as(() -> management.add(
                programmeId,
                new MentorshipManagement.NewMentorship(
                        Mentorship.Kind.GROUP, new MentorshipDetails(0, null, null, null), null, null, false),
                new MemberChoice(null, List.of(first.id(), second.id(), second.id()))));
        assertThat(mentorships.get(programmeId, group.id()).mentees()).isEqualTo(2);

        choose(group, second.id(), third.id());

        assertThat(team(group).mentees())
                .extracting(NamedMember::participantId)
                .containsExactlyInAnyOrder(second.id(), third.id());
        assertThat(status(first)).isEqualTo(ParticipantStatus.REGISTERED);
        choose(group, first.id(), second.id(), third.id());
        assertThat(mentorships.get(programmeId, group.id()).mentees()).isEqualTo(3);
        assertThat(as(() -> registers.story(first.id())))
                .extracting(StatusChange::status)
                .containsExactly(
                        ParticipantStatus.PROPOSED,
                        ParticipantStatus.REGISTERED,
                        ParticipantStatus.MATCHED,
                        ParticipantStatus.REGISTERED,
                        ParticipantStatus.MATCHED);
        Mentorship pair = pair(null, first);
        assertThatThrownBy(() -> choose(pair, first.id(), second.id())).isInstanceOf(UserInputException.class);
    }

    @Test
    void whoeverStandsInAnotherPairStaysMatched() {
        Participant mentee = consenting(mentee());
        Mentorship mathematics = pair(consenting(mentor(1, null)), mentee);
        Mentorship physics = pair(consenting(mentor(1, null)), mentee);

        end(mathematics);
        assertThat(status(mentee)).isEqualTo(ParticipantStatus.MATCHED);
        end(physics);
        assertThat(status(mentee)).isEqualTo(ParticipantStatus.REGISTERED);
        assertThatThrownBy(() -> choose(physics, mentee.id())).isInstanceOf(ConflictException.class);
    }

    @Test
    void theFormOffersWhoMayComeAndWhoIsChosen() {
        Participant free = consenting(mentee());
        Participant paired = consenting(mentee());
        Participant hindered = mentee();
        Mentorship pair = pair(null, paired);
        Participant mentor = consenting(mentor(3, null));
        pair(mentor, consenting(mentee()));

        List<MemberCandidate> mentees = candidates(ParticipantRole.MENTEE, free.id());
        assertThat(mentees)
                .extracting(candidate -> candidate.participant().id())
                .contains(free.id(), paired.id())
                .doesNotContain(hindered.id());
        assertThat(mentees.get(0).chosen()).isTrue();
        assertThat(mentees.stream()
                        .filter(candidate -> candidate.participant().id().equals(paired.id()))
                        .map(MemberCandidate::pairs))
                .containsExactly(pair.code());
        assertThat(candidates(ParticipantRole.MENTOR))
                .extracting(MemberCandidate::room)
                .containsExactly(2);
    }

    @Test
    void aWithdrawnConsentIsSeenInThePairAtOnce() {
        Participant mentee = mentee();
        Consent consent = as(() -> consents.register(mentee.id(), ConsentKind.PROCESSING, today, Set.of(Signer.SELF)));
        Mentorship pair = pair(null, mentee);
        assertThat(asNobody(() -> memberDirectory.hindered(programmeId, today))).isEmpty();

        as(() -> consents.withdraw(consent.id(), null));

        assertThat(team(pair).mentees().get(0).admitted()).isFalse();
        assertThatThrownBy(() -> as(() -> {
                    management.begin(programmeId, pair.id());
                    return null;
                }))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo("mentorship.begin-hindered"));
        assertThat(asNobody(() -> memberDirectory.hindered(programmeId, today))).containsExactly(pair.code());
    }

    @Test
    void aPairWithoutConsentDoesNotBeginWithTheOthersAndBeginsWhenItIsBack() {
        Participant mentee = mentee();
        Consent consent = as(() -> consents.register(mentee.id(), ConsentKind.PROCESSING, today, Set.of(Signer.SELF)));
        Mentorship hindered = pair(consenting(mentor(1, null)), mentee);
        Mentorship free = pair(null, consenting(mentee()));
        Mentorship coded = as(() -> management.add(
                programmeId,
                new MentorshipManagement.NewMentorship(
                        Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, false)));
        as(() -> consents.withdraw(consent.id(), null));

        assertThat(asNobody(() -> lifecycle.startAll(programmeId))).isEqualTo(2);

        assertThat(List.of(state(free), state(coded))).containsOnly(Mentorship.State.RUNNING);
        assertThat(state(hindered)).isEqualTo(Mentorship.State.FORMED);
        assertThat(mentorships.held(programmeId)).extracting(Mentorship::id).containsExactly(hindered.id());
        assertThat(mentorships.get(programmeId, hindered.id()).heldOn()).contains(today);
        assertThat(asNobody(() -> lifecycle.startAll(programmeId))).as("again").isZero();

        consenting(mentee);

        assertThat(status(mentee)).as("had left with the consent").isEqualTo(ParticipantStatus.MATCHED);
        assertThat(state(hindered)).isEqualTo(Mentorship.State.RUNNING);
        assertThat(mentorships.held(programmeId)).isEmpty();
        assertThat(mentorships.get(programmeId, hindered.id()).heldOn()).isEmpty();
        assertThat(mentorships.get(programmeId, hindered.id()).startedOn()).contains(today);
    }

    @Test
    void whatEndsTheWaitOtherwiseIsSeenByTheDailySweep() {
        Participant mentee = consenting(mentee());
        Mentorship pair = pair(null, mentee);
        validUntil(mentee, today.minusDays(1));
        asNobody(() -> lifecycle.startAll(programmeId));
        assertThat(state(pair)).isEqualTo(Mentorship.State.FORMED);
        asNobody(() -> reminders.sweep(programmeId));
        assertThat(state(pair)).isEqualTo(Mentorship.State.FORMED);

        validUntil(mentee, SchoolYear.around(today).lastDay());
        asNobody(() -> reminders.sweep(programmeId));

        assertThat(state(pair)).isEqualTo(Mentorship.State.RUNNING);
    }

    @Test
    void aWorkerBeginsWithTheConsentToTheDuties() {
        Participant teacher = consenting(as(() -> registers.enter(
                programmeId,
                ParticipantRole.MENTOR,
                PersonDetails.named("Учителев", "Пример", null, LocalDate.of(1980, 1, 2)),
                ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.TEACHER, null))));
        Participant mentee = consenting(mentee());
        Mentorship pair = as(() -> management.add(
                programmeId,
                new MentorshipManagement.NewMentorship(
                        Mentorship.Kind.PAIR,
                        new MentorshipDetails(1, null, MentoringForm.TEACHER_TEACHER, null),
                        null,
                        null,
                        false),
                new MemberChoice(teacher.id(), List.of(mentee.id()))));

        asNobody(() -> lifecycle.startAll(programmeId));
        assertThat(mentorships.held(programmeId)).extracting(Mentorship::id).containsExactly(pair.id());
        as(() -> consents.register(teacher.id(), ConsentKind.DUTIES, today, Set.of(Signer.SELF)));

        assertThat(state(pair)).isEqualTo(Mentorship.State.RUNNING);
    }

    @Test
    void whoComesInInsteadEndsTheWaitToo() {
        Participant mentee = consenting(mentee());
        Mentorship pair = pair(null, mentee);
        validUntil(mentee, today.minusDays(1));
        asNobody(() -> lifecycle.startAll(programmeId));
        Participant other = consenting(mentee());

        choose(pair, other.id());

        assertThat(state(pair)).isEqualTo(Mentorship.State.RUNNING);
    }

    @Test
    void aPairThatIsGivenUpWaitsForNothing() {
        Participant mentee = consenting(mentee());
        Mentorship pair = pair(null, mentee);
        validUntil(mentee, today.minusDays(1));
        asNobody(() -> lifecycle.startAll(programmeId));

        end(pair);

        assertThat(mentorships.held(programmeId)).isEmpty();
        assertThat(asNobody(() -> lifecycle.startHeld(programmeId))).isZero();
        assertThat(state(pair)).isEqualTo(Mentorship.State.ENDED_EARLY);
    }

    @Test
    void whereSomebodyStandsFollowsThePairWhileItStands() {
        Participant mentee = consenting(mentee());
        Mentorship pair = pair(null, mentee);

        for (ParticipantStatus status : List.of(ParticipantStatus.LEFT, ParticipantStatus.REGISTERED)) {
            assertThatThrownBy(() -> stand(mentee, status)).isInstanceOfSatisfying(ConflictException.class, refused -> {
                assertThat(refused.code()).isEqualTo("participant.in-pair");
                assertThat(refused.arguments()).containsExactly(pair.code());
            });
        }
        assertThat(status(mentee)).isEqualTo(ParticipantStatus.MATCHED);

        end(pair);
        stand(mentee, ParticipantStatus.LEFT);
        assertThat(status(mentee)).isEqualTo(ParticipantStatus.LEFT);
    }

    private void stand(Participant participant, ParticipantStatus status) {
        as(() -> {
            registers.changeStatus(participant.id(), status, "Переезд");
            return null;
        });
    }

    private void validUntil(Participant participant, LocalDate day) {
        jdbc.sql("update consent set signed_on = ?, valid_until = ? where person_id = ?")
                .params(today.minusYears(1), day, participant.person().id())
                .update();
    }

    private Mentorship.State state(Mentorship pair) {
        return mentorships.get(programmeId, pair.id()).state();
    }

    private List<MemberCandidate> candidates(ParticipantRole side, Long... chosen) {
        return as(() -> management.candidates(programmeId, side, "", List.of(chosen)));
    }

    private Members team(Mentorship pair) {
        return memberDirectory.of(school.id(), List.of(pair.id())).get(pair.id());
    }

    private Mentorship pair(Participant mentor, Participant mentee) {
        return as(() -> management.add(
                programmeId,
                new MentorshipManagement.NewMentorship(
                        Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, false),
                new MemberChoice(mentor == null ? null : mentor.id(), List.of(mentee.id()))));
    }

    private void choose(Mentorship pair, Long... mentees) {
        as(() -> {
            management.choose(programmeId, pair.id(), new MemberChoice(null, List.of(mentees)));
            return null;
        });
    }

    private void end(Mentorship pair) {
        as(() -> {
            management.end(programmeId, pair.id(), "Разошлись интересы", null, false);
            return null;
        });
    }

    /** What is entered of people as soon as they have consented. */
    private final Map<Long, ParticipantDetails> waiting = new HashMap<>();

    private Participant mentee() {
        return enter(ParticipantRole.MENTEE, 0, null);
    }

    private Participant mentor(int capacity, Long staffId) {
        return enter(ParticipantRole.MENTOR, capacity, staffId);
    }

    private Participant enter(ParticipantRole role, int capacity, Long staffId) {
        PersonDetails person = new PersonDetails(
                "Примеров-" + ++entered,
                "Пример",
                null,
                LocalDate.of(1990, 1, 2),
                null,
                null,
                null,
                null,
                staffId,
                null,
                null,
                null);
        ParticipantDetails details = ParticipantDetails.of(
                        role,
                        role == ParticipantRole.MENTOR ? ParticipantCategory.GRADUATE : ParticipantCategory.TEACHER,
                        null)
                .copy()
                .capacity(capacity)
                .done();
        return as(() -> {
            Participant participant = registers.enter(programmeId, role, person, details.asAConsentNeeds(role));
            registers.changeStatus(participant.id(), ParticipantStatus.REGISTERED, null);
            waiting.put(participant.id(), details);
            return participant;
        });
    }

    private Participant consenting(Participant participant) {
        as(() -> consents.register(participant.id(), ConsentKind.PROCESSING, today, Set.of(Signer.SELF)));
        if (waiting.containsKey(participant.id())) {
            as(() -> Cards.fill(registers, participant.id(), waiting.remove(participant.id())));
        }
        return participant;
    }

    private ParticipantStatus status(Participant participant) {
        return as(() -> registers.visible(participant.id()).status());
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what)
                .param(programmeId)
                .query(Integer.class)
                .single();
    }

    /** The curator acts, and what follows is done. */
    private <T> T as(Supplier<T> work) {
        return followed(school.as(Role.CURATOR, work));
    }

    private <T> T asNobody(Supplier<T> work) {
        return followed(school.as(null, List.of(), work));
    }

    private <T> T followed(T done) {
        school.runFollowUps();
        return done;
    }
}
