package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.mentorship.Meeting;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.MentorshipFilter;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.support.Covers;

@Covers({"mentorship", "meeting"})
class MentorshipProcessTest extends MentorshipTestCase {
    private static final String HOLD = "Task_HoldMeeting";
    private static final Map<String, Object> HELD = Map.of("outcome", "done", "date", TODAY, "note", "Познакомились");

    @Test
    void aMentorWithAnAccountIsAskedMeetingByMeeting() {
        Mentorship pair = ownPair(true);
        String instance = mentorship(pair);
        assertThat(state(pair)).isEqualTo(Mentorship.State.RUNNING);
        assertThat(task(HOLD))
                .isAssignedTo(school.login(Role.MENTOR))
                .hasName("Провести встречу: Организационная встреча, пара П-001");
        assertThat(task(HOLD).getDueDate()).isNotNull();
        assertThat(groups(task(HOLD))).isEmpty();

        hold(HELD);
        hold(HELD);
        hold(HELD);
        hold(with(with(HELD, "nextMeeting", "regular"), "date", "2025-08-18"));
        hold(with(with(HELD, "nextMeeting", "regular"), "date", "2025-08-19"));
        hold(with(HELD, "nextMeeting", "final"));
        assertThat(task(HOLD).getName()).contains("Заключительная встреча");
        hold(HELD);

        assertThat(state(pair)).isEqualTo(Mentorship.State.COMPLETED);
        assertThat(diary(pair, MeetingKind.REGULAR)).hasSize(3);
        assertThat(diary(pair, MeetingKind.TRIAL)).singleElement().satisfies(meeting -> {
            assertThat(meeting.date()).isEqualTo(DAY);
            assertThat(meeting.note()).contains("Познакомились");
            assertThat(meeting.recordedBy()).isEqualTo(school.login(Role.MENTOR));
        });
        assertEndedAt(instance, "End_MentorshipCompleted");
    }

    @Test
    void aMentorWithoutAnAccountIsWaitedForInTheGrid() {
        Mentorship pair = gridPair(true);

        for (MeetingKind kind : first()) {
            assertThat(openTasks()).isEmpty();
            enter(Role.CURATOR, pair, kind, DAY);
        }
        enter(Role.CURATOR, pair, MeetingKind.REGULAR, DAY.minusDays(1));
        enter(Role.CURATOR, pair, MeetingKind.REGULAR, DAY);
        assertThat(state(pair)).isEqualTo(Mentorship.State.RUNNING);
        enter(Role.CURATOR, pair, MeetingKind.FINAL, DAY);

        assertThat(state(pair)).isEqualTo(Mentorship.State.COMPLETED);
        assertEndedAt(mentorship(pair), "End_MentorshipCompleted");
    }

    @Test
    void theGridTakesTheTaskFromTheMentor() {
        Mentorship pair = ownPair(true);
        String first = task(HOLD).getId();

        enter(Role.CURATOR, pair, MeetingKind.ORGANISATIONAL, DAY);

        assertThat(task(HOLD).getId()).isNotEqualTo(first);
        assertThat(task(HOLD).getName()).contains("Пробная");
    }

    @Test
    void meetingsEnteredOutOfOrderAreCaughtUp() {
        Mentorship pair = ownPair(true);

        enter(Role.CURATOR, pair, MeetingKind.PLANNING, DAY);
        enter(Role.CURATOR, pair, MeetingKind.TRIAL, DAY);
        assertThat(task(HOLD).getName()).contains("Организационная");
        enter(Role.CURATOR, pair, MeetingKind.ORGANISATIONAL, DAY);

        assertThat(task(HOLD).getName()).contains("Регулярная");
    }

    @Test
    void meetingsEnteredBeforeTheStartAreCaughtUpAtOnce() {
        Mentorship pair = gridPair(false);
        for (MeetingKind kind : EnumSet.allOf(MeetingKind.class)) {
            enter(Role.CURATOR, pair, kind, DAY);
        }
        assertThat(state(pair)).isEqualTo(Mentorship.State.FORMED);

        asJob(() -> work.startAll(programmeId()));

        assertThat(state(pair)).isEqualTo(Mentorship.State.COMPLETED);
        assertEndedAt(mentorship(pair), "End_MentorshipCompleted");
    }

    @Test
    void theFinalMeetingEndsAPairWhateverIsMissing() {
        Mentorship pair = gridPair(true);

        enter(Role.CURATOR, pair, MeetingKind.FINAL, DAY);

        assertThat(state(pair)).isEqualTo(Mentorship.State.COMPLETED);
        enter(Role.CURATOR, pair, MeetingKind.TRIAL, DAY.minusDays(3));
        assertThat(diary(pair, MeetingKind.TRIAL)).hasSize(1);
    }

    @Test
    void aFinalMeetingEnteredByMistakeIsTakenBack() {
        Mentorship pair = ownPair(true);
        enter(Role.CURATOR, pair, MeetingKind.ORGANISATIONAL, DAY);
        enter(Role.CURATOR, pair, MeetingKind.FINAL, DAY);
        assertThat(openTasks()).isEmpty();
        Long meeting = diary(pair, MeetingKind.FINAL).get(0).id();

        school.as(Role.CURATOR, () -> {
            meetings.remove(programmeId(), meeting);
            return null;
        });
        school.runJobs();

        assertThat(state(pair)).isEqualTo(Mentorship.State.RUNNING);
        assertThat(task(HOLD).getName()).contains("Пробная");
    }

    @Test
    void theMentorMayDoWithoutAMeeting() {
        Mentorship pair = ownPair(true);
        refusesMentor("mentorship.reason", Map.of("outcome", "not-held"));

        hold(NOT_HELD);

        assertThat(diary(pair, MeetingKind.ORGANISATIONAL)).singleElement().satisfies(meeting -> {
            assertThat(meeting.held()).isFalse();
            assertThat(meeting.note()).isPresent();
        });
        assertThat(task(HOLD).getName()).contains("Пробная");
    }

    @Test
    void whatAMentorEntersIsChecked() {
        ownPair(true);
        refusesMentor("activity.outcome", Map.of());
        refusesMentor("mentorship.date", Map.of("outcome", "done"));
        refusesMentor("mentorship.date-future", Map.of("outcome", "done", "date", "2025-08-21"));
        refusesMentor("mentorship.date-year", Map.of("outcome", "done", "date", "2024-12-01"));
        refusesMentor("mentorship.next", with(HELD, "nextMeeting", "trial"));
        refusesMentor("meeting-kind.unknown", with(HELD, "nextMeeting", "party"));
        refusesMentor("task.field", with(HELD, "pairId", "1"));
    }

    @Test
    void onlyTheMentorHasTheTask() {
        ownPair(true);
        Task task = task(HOLD);

        for (Role role : EnumSet.complementOf(EnumSet.of(Role.MENTOR, Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> school.complete(role, task, HELD)).isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void theTaskFollowsTheMentor() {
        Mentorship pair = ownPair(true);

        school.as(Role.CURATOR, () -> {
            book.change(
                    programmeId(),
                    pair.id(),
                    new MentorshipDetails(1, school.staffId(Role.TEACHER), null, "Оба любят физику"));
            return null;
        });

        assertThat(task(HOLD).getAssignee()).isEqualTo(school.login(Role.TEACHER));
    }

    @Test
    void aPairPartsEarlyAndGoesOnWithAnother() {
        Mentorship pair = ownPair(true);

        end(pair, true);

        assertThat(openTasks()).isEmpty();
        assertThat(state(pair)).isEqualTo(Mentorship.State.ENDED_EARLY);
        assertEndedAt(mentorship(pair), "End_Ended");
        Long search = searches.find(programmeId(), "", java.util.Optional.empty(), 0)
                .getContent()
                .get(0)
                .id();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("mentor-search")
                        .variableValueEquals("searchId", search.toString())
                        .count())
                .isOne();

        Mentorship next = pair(null, null, pair.id(), true);

        assertThat(mentorships.get(programmeId(), next.id()).continuesId()).contains(pair.id());
        assertThat(searches.get(programmeId(), search).foundId()).contains(next.id());
        assertEndedAt(instance("mentor-search", "searchId", search), "End_MentorFound", "End_NoSupport");
        assertRefusedByPage(ConflictException.class, "mentorship.continued", () -> pair(null, null, pair.id(), true));
    }

    @Test
    void nothingEndsTwice() {
        Mentorship pair = gridPair(true);
        end(pair, false);

        assertRefusedByPage(ConflictException.class, "mentorship.ended", () -> end(pair, false));
        assertThat(mentorships.get(programmeId(), pair.id()).reason()).contains("Разошлись интересы");
    }

    @Test
    void aPairThatNeverBeganPartsToo() {
        Mentorship pair = gridPair(false);

        end(pair, true);

        assertThat(state(pair)).isEqualTo(Mentorship.State.ENDED_EARLY);
        assertThat(searches.count(programmeId(), org.mentoringroadmap.mentorship.search.MentorSearch.State.SEARCHING))
                .isOne();
        asJob(() -> work.startAll(programmeId()));
        assertThat(state(pair)).isEqualTo(Mentorship.State.ENDED_EARLY);
    }

    @Test
    void theYearClosesWhoStillMeetsAndWhoNeverBegan() {
        Mentorship working = ownPair(true);
        Mentorship waiting = gridPair(true);
        Mentorship never = gridPair(false);

        asJob(() -> work.closeAll(programmeId()));

        assertThat(List.of(state(working), state(waiting), state(never)))
                .containsOnly(Mentorship.State.CLOSED_WITH_YEAR);
        assertThat(openTasks()).isEmpty();
        assertEndedAt(mentorship(working), "End_Closed");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count())
                .isZero();
    }

    @Test
    void closingAYearWithoutPairsIsFine() {
        startBlock("mentor-search-launch", "psychologist", Map.of());
        List<String> before = openTasks();

        asJob(() -> work.closeAll(programmeId()));
        asJob(() -> work.closeAll(programmeId()));

        assertThat(openTasks()).as("nobody is asked or relieved of anything").isEqualTo(before);
        assertThat(mentorships.find(programmeId(), MentorshipFilter.all(), 0)).isEmpty();
        assertThat(management
                        .createJobQuery()
                        .tenantIdIn(school.id())
                        .noRetriesLeft()
                        .count())
                .isZero();
    }

    @Test
    void anAnswerAfterTheEndOfTheProgrammeIsRefused() {
        Mentorship pair = gridPair(true);
        programmes.complete(programmeId());

        assertRefusedByPage(
                ConflictException.class,
                "mentorship.programme-completed",
                () -> enter(Role.CURATOR, pair, MeetingKind.TRIAL, DAY));
        assertRefusedByPage(ConflictException.class, "mentorship.programme-completed", () -> pair(null, false));
        assertRefusedByPage(ConflictException.class, "mentorship.programme-completed", () -> end(pair, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "не число", ""})
    void aMessageForAnUnknownPairIsRefused(String pairId) {
        gridPair(true);

        assertMessageRefused("mentorship.unknown", key, pairId);
    }

    @Test
    void aMessageForAForeignOrWorkingPairIsRefused() {
        Mentorship pair = gridPair(true);
        assertMessageRefused("mentorship.started", key, pair.id().toString());
        assertMessageRefused("programme.unknown", "no-programme", pair.id().toString());

        String other =
                programmes.open(schools.empty().id(), YEAR, "target-model").id().toString();
        assertMessageRefused("mentorship.unknown", other, pair.id().toString());
    }

    @Test
    void theSameMeetingEnteredTwice() {
        Mentorship pair = gridPair(true);
        enter(Role.CURATOR, pair, MeetingKind.TRIAL, DAY);

        enter(Role.DEPUTY, pair, MeetingKind.TRIAL, DAY);
        assertRefusedByPage(
                ConflictException.class,
                "mentorship.meeting-known",
                () -> enter(Role.DEPUTY, pair, MeetingKind.TRIAL, DAY.minusDays(1)));

        assertThat(diary(pair, MeetingKind.TRIAL)).hasSize(1);
    }

    @Test
    void onlyTheOwnMentorAndTheHeadsEnterMeetings() {
        Mentorship own = ownPair(true);
        Mentorship other = gridPair(true);

        enter(Role.MENTOR, own, MeetingKind.ORGANISATIONAL, DAY);
        assertRefusedByPage(
                ForbiddenException.class,
                "mentorship.not-yours",
                () -> enter(Role.MENTOR, other, MeetingKind.ORGANISATIONAL, DAY));
        assertRefusedByPage(
                ForbiddenException.class,
                "mentorship.not-yours",
                () -> enter(Role.PSYCHOLOGIST, own, MeetingKind.TRIAL, DAY));
        assertThat(task(HOLD).getName()).contains("Пробная");
    }

    @Test
    void aPairThatHasPartedMeetsNoMore() {
        Mentorship pair = gridPair(true);
        end(pair, false);
        moveTo(NOW.plusDays(3));

        enter(Role.CURATOR, pair, MeetingKind.ORGANISATIONAL, DAY);
        assertRefusedByPage(
                ConflictException.class,
                "mentorship.closed",
                () -> enter(Role.CURATOR, pair, MeetingKind.TRIAL, DAY.plusDays(2)));
    }

    private void assertMessageRefused(String code, String businessKey, String pairId) {
        assertRefused(
                code,
                catchThrowable(() -> school.as(
                        "admin",
                        List.of(Role.ADMINISTRATOR.id()),
                        () -> runtime.createMessageCorrelation("MentorshipStarted")
                                .processInstanceBusinessKey(businessKey)
                                .setVariable("schoolId", school.id())
                                .setVariable("pairId", pairId)
                                .correlateStartMessage())));
        assertThat(runtime.createIncidentQuery().tenantIdIn(school.id()).count())
                .isZero();
    }

    static void assertRefusedByPage(
            Class<? extends org.mentoringroadmap.shared.UserInputException> type, String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        type, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private void hold(Map<String, Object> report) {
        complete(Role.MENTOR, HOLD, report);
    }

    private void refusesMentor(String code, Map<String, Object> report) {
        refuses(code, Role.MENTOR, HOLD, report);
    }

    private List<Meeting> diary(Mentorship pair, MeetingKind kind) {
        return meetings.of(pair.id()).stream()
                .filter(meeting -> meeting.kind() == kind)
                .toList();
    }
}
