package org.mentoringroadmap.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.mentorship.search.MentorSearch;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.AuditThing;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.AuditActs;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables of pairs promise, on whichever database the subclass brings. */
abstract class MentorshipContract {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Staff staff;

    @Autowired
    private Mentorships mentorships;

    @Autowired
    private MentorshipManagement management;

    @Autowired
    private Meetings meetings;

    @Autowired
    private MentorSearches searches;

    @Autowired
    private SilentPairs silentPairs;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programmeId;
    private LocalDate today;

    @BeforeEach
    void school() {
        school = schools.create(Role.CURATOR, Role.DEPUTY);
        today = LocalDate.now(clock);
        programmeId = programmes
                .open(school.id(), SchoolYear.around(today), "target-model")
                .id();
    }

    @Test
    void codesAreGivenOnceForPairsAndGroupsApart() {
        add(Mentorship.Kind.PAIR, 1, null);
        add(Mentorship.Kind.GROUP, 5, null);
        Mentorship second = add(Mentorship.Kind.PAIR, 1, null);

        assertThat(mentorships.of(programmeId)).extracting(Mentorship::code).containsExactly("П-001", "П-002", "Г-001");
        assertThat(mentorships.get(programmeId, second.id()).mentees()).isOne();
        assertThatThrownBy(() -> mentorships.get(-1L, second.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> add(Mentorship.Kind.GROUP, 1, null)).isInstanceOf(UserInputException.class);
        assertThatThrownBy(() -> add(Mentorship.Kind.PAIR, 2, null)).isInstanceOf(UserInputException.class);
    }

    @Test
    void manyAtOnceGetDifferentCodes() throws Exception {
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            work.add(() -> add(Mentorship.Kind.PAIR, 1, null).code());
        }

        assertThat(together(work)).doesNotHaveDuplicates().hasSize(8);
    }

    @Test
    void theListIsSearchedByCodeAndMentor() {
        Long mentor = school.as(Role.CURATOR, () -> school.employWithoutAccount("Ёлкина Пример Примеровна"));
        Mentorship first = add(Mentorship.Kind.PAIR, 1, mentor);
        add(Mentorship.Kind.GROUP, 3, null);

        assertThat(codes("п-00")).containsExactly("П-001");
        assertThat(codes("001")).containsExactly("П-001", "Г-001");
        assertThat(codes("Ёлкина")).containsExactly("П-001");
        assertThat(codes("ёлк")).containsExactly("П-001");
        assertThat(codes("%")).isEmpty();
        assertThat(codes("")).hasSize(2);
        enter(first, MeetingKind.TRIAL, today);
        assertThat(mentorships.find(
                        programmeId,
                        new MentorshipFilter("", Optional.of(Mentorship.State.FORMED), Optional.of(MeetingKind.TRIAL)),
                        0))
                .extracting(Mentorship::code)
                .containsExactly("Г-001");
    }

    @Test
    void aMentorWhoLeavesTheSchoolLeavesThePair() {
        Long mentor = school.as(Role.CURATOR, () -> school.employWithoutAccount("Примеров Уходящий"));
        Mentorship pair = add(Mentorship.Kind.PAIR, 1, mentor);

        staff.remove(school.id(), mentor);

        assertThat(mentorships.get(programmeId, pair.id()).mentorId()).isEmpty();
    }

    @Test
    void aPageIsNeverTheWhole() {
        for (int i = 0; i < 30; i++) {
            add(Mentorship.Kind.PAIR, 1, null);
        }
        Page<Meetings.Row> first = meetings.grid(programmeId, MentorshipFilter.all(), 0);

        assertThat(first.getContent()).hasSize(25);
        assertThat(first.getTotalElements()).isEqualTo(30);
        assertThat(meetings.grid(programmeId, MentorshipFilter.all(), 1).getContent())
                .hasSize(5);
        assertThat(meetings.grid(programmeId, MentorshipFilter.all(), 99).getContent())
                .isEmpty();
    }

    @Test
    void twoPeopleEnterTheSameMeetingAtOnce() throws Exception {
        Mentorship pair = add(Mentorship.Kind.PAIR, 1, null);
        begin(pair);

        List<Boolean> added = together(List.of(
                () -> enter(pair, MeetingKind.ORGANISATIONAL, today),
                () -> enter(pair, MeetingKind.ORGANISATIONAL, today),
                () -> enter(pair, MeetingKind.ORGANISATIONAL, today)));

        assertThat(added).containsExactlyInAnyOrder(true, false, false);
        assertThat(meetings.of(pair.id())).hasSize(1);
    }

    @Test
    void twoDaysForOneMeetingAreOneTooMany() throws Exception {
        Mentorship pair = add(Mentorship.Kind.PAIR, 1, null);

        List<Object> answers = together(List.of(() -> answer(pair, today), () -> answer(pair, today.minusDays(1))));

        assertThat(answers).contains(true, "mentorship.meeting-known");
        assertThat(meetings.of(pair.id())).hasSize(1);
    }

    @Test
    void meetingsAreCorrectedAndTakenBack() {
        Mentorship pair = add(Mentorship.Kind.PAIR, 1, null);
        enter(pair, MeetingKind.REGULAR, today);
        enter(pair, MeetingKind.REGULAR, today.minusDays(1));
        Meeting last = meetings.of(pair.id()).get(1);

        assertThatThrownBy(() -> move(last, today.minusDays(1))).isInstanceOf(ConflictException.class);
        move(last, today.minusDays(2));
        assertThat(meetings.of(pair.id()))
                .extracting(Meeting::date)
                .containsExactly(today.minusDays(2), today.minusDays(1));
        as(() -> {
            meetings.remove(programmeId, last.id());
            return null;
        });

        assertThat(meetings.of(pair.id())).hasSize(1);
        assertThat(AuditActs.about(jdbc, AuditThing.PAIR, pair.id())).containsOnlyOnce("MEETING_REMOVED");
        assertThatThrownBy(() -> move(last, today)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void detailsAreKept() {
        Mentorship pair = add(Mentorship.Kind.PAIR, 1, null);

        as(() -> {
            management.change(
                    programmeId,
                    pair.id(),
                    new MentorshipDetails(1, null, MentoringForm.PUPIL_PUPIL, "  Оба любят физику \u0007 "));
            return null;
        });

        Mentorship kept = mentorships.get(programmeId, pair.id());
        assertThat(kept.form()).contains(MentoringForm.PUPIL_PUPIL);
        assertThat(kept.basis()).contains("Оба любят физику");
        assertThatThrownBy(() -> as(() -> {
                    management.change(programmeId, pair.id(), new MentorshipDetails(1, null, null, "я".repeat(2001)));
                    return null;
                }))
                .isInstanceOf(UserInputException.class);
    }

    @Test
    void searchesAreListedByStateAndCode() {
        as(() -> searches.add(programmeId, true));
        MentorSearch second = as(() -> searches.add(programmeId, false));
        as(() -> {
            searches.stop(programmeId, second.id(), "Семья переехала");
            return null;
        });

        assertThat(searches.find(programmeId, "", Optional.of(MentorSearch.State.SEARCHING), 0))
                .extracting(MentorSearch::code)
                .containsExactly("Н-001");
        assertThat(searches.find(programmeId, "н-002", Optional.empty(), 0))
                .extracting(MentorSearch::state)
                .containsExactly(MentorSearch.State.STOPPED);
    }

    @Test
    void whoHasNotMetForLongIsFoundAndTold() {
        Mentorship silent = add(Mentorship.Kind.PAIR, 1, null);
        Mentorship meets = add(Mentorship.Kind.PAIR, 1, null);
        add(Mentorship.Kind.PAIR, 1, null); // has not begun, so nobody waits for it
        begin(silent);
        begin(meets);
        assertThat(silentCodes()).as("everybody has just begun").isEmpty();

        TestClock.moveTo(today.plusDays(22).atTime(12, 0));
        enter(silent, MeetingKind.ORGANISATIONAL, today);
        enter(meets, MeetingKind.ORGANISATIONAL, today.plusDays(2));

        assertThat(silentCodes()).containsExactly(silent.code());
        assertThat(as(() -> silentPairs.of(programmeId)))
                .containsExactly(new Attention(
                        "attention.silent", 1, "21", "/programmes/" + programmeId + "/pairs?silent=true"));
        enter(silent, MeetingKind.REGULAR, today.plusDays(21));
        assertThat(as(() -> silentPairs.of(programmeId))).isEmpty();
    }

    @Test
    void aMentorIsToldOfTheOwnSilentPairsOnly() {
        LocalDate today = TestClock.today();
        begin(add(Mentorship.Kind.PAIR, 1, null));
        Long mentor = school.as(Role.CURATOR, () -> school.employ("Наставникова Проба Примеровна", Set.of(Role.MENTOR)))
                .id();
        Mentorship own = add(Mentorship.Kind.PAIR, 1, mentor);
        begin(own);

        TestClock.moveTo(today.plusDays(22).atTime(12, 0));

        assertThat(school.as(Role.MENTOR, () -> silentPairs.of(programmeId)))
                .containsExactly(new Attention("attention.silent-own", 1, "21", "/mentoring"));
        assertThat(school.as(Role.SECRETARY, () -> silentPairs.of(programmeId))).isEmpty();
        enter(own, MeetingKind.REGULAR, today.plusDays(21));
        assertThat(school.as(Role.MENTOR, () -> silentPairs.of(programmeId))).isEmpty();
    }

    private List<String> silentCodes() {
        return mentorships
                .find(
                        programmeId,
                        new MentorshipFilter("", Optional.empty(), Optional.empty(), Optional.of(silentPairs.since())),
                        0)
                .map(Mentorship::code)
                .getContent();
    }

    private Mentorship add(Mentorship.Kind kind, int mentees, Long mentor) {
        return as(() -> management.add(
                programmeId,
                new MentorshipManagement.NewMentorship(
                        kind, new MentorshipDetails(mentees, mentor, null, null), null, null, false)));
    }

    private void begin(Mentorship pair) {
        as(() -> {
            management.begin(programmeId, pair.id());
            return null;
        });
    }

    private boolean enter(Mentorship pair, MeetingKind kind, LocalDate date) {
        return as(() -> meetings.record(programmeId, pair.id(), kind, MeetingReport.on(date)));
    }

    private Object answer(Mentorship pair, LocalDate date) {
        try {
            return enter(pair, MeetingKind.TRIAL, date);
        } catch (UserInputException refused) {
            return refused.code();
        }
    }

    private void move(Meeting meeting, LocalDate date) {
        as(() -> {
            meetings.move(programmeId, meeting.id(), date);
            return null;
        });
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return school.as(Role.CURATOR, work);
    }

    private List<String> codes(String text) {
        return mentorships
                .find(programmeId, new MentorshipFilter(text, Optional.empty(), Optional.empty()), 0)
                .map(Mentorship::code)
                .getContent();
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(work.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : people.invokeAll(work)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }
}
