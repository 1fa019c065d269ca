package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.mentorship.MentorSearch;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.support.Covers;

@Covers({"mentor-search", "mentor-search-launch"})
class MentorSearchProcessTest extends MentorshipTestCase {
    private static final String SUPPORT = "Task_Support";

    @Test
    void everybodyWhoIsLeftIsSearchedFor() {
        decide(1, 3, 1);

        String launch = launch();

        assertEndedAt(launch, "End_SearchesStarted");
        assertThat(outcome(ITEM).outcome()).isEqualTo(Outcome.DONE);
        assertThat(outcome(ITEM).note())
                .hasValueSatisfying(note -> assertThat(note).contains("3"));
        assertThat(running()).isEqualTo(3);
        assertThat(groups(task(SUPPORT))).containsExactly("psychologist");
        assertThat(openTasks()).containsExactly(SUPPORT);
    }

    @Test
    void nobodyIsLeft() {
        decide(1, 0, 0);

        launch();

        assertOutcome(ITEM, Outcome.NOT_HELD);
        assertThat(running()).isZero();
    }

    @Test
    void closedBefore() {
        decide(1, 0, 0);
        launch();

        assertEndedAt(launch(), "End_ClosedBefore");
    }

    @Test
    void supportAndSearchDoNotWaitForEachOther() {
        MentorSearch search = add(true);

        complete(Role.PSYCHOLOGIST, SUPPORT, Map.of("outcome", "done", "date", TODAY));
        assertThat(get(search).supportedOn()).contains(DAY);
        assertThat(get(search).state()).isEqualTo(MentorSearch.State.SEARCHING);
        Mentorship pair = pair(null, search.id(), null, false);

        assertThat(get(search).state()).isEqualTo(MentorSearch.State.FOUND);
        assertThat(get(search).foundId()).contains(pair.id());
        assertEndedAt(instance("mentor-search", "searchId", search.id()), "End_Supported", "End_MentorFound");
        MentorshipProcessTest.assertRefusedByPage(
                ConflictException.class, "search.closed", () -> pair(null, search.id(), null, false));
    }

    @Test
    void supportMayTurnOutNeedless() {
        MentorSearch search = add(true);

        complete(Role.PSYCHOLOGIST, SUPPORT, NOT_HELD);

        assertThat(get(search).supportedOn()).isEmpty();
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void supportCanBeSaidOnThePage() {
        MentorSearch search = add(true);

        school.as(Role.PSYCHOLOGIST, () -> {
            searches.supported(programmeId(), search.id());
            return null;
        });

        assertThat(get(search).supportedOn()).contains(DAY);
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void withoutAPsychologistNobodyIsFlooded() {
        school = schools.create(Role.CURATOR, Role.DEPUTY);
        decide(1, 20, 20);

        launch();

        assertThat(running()).isEqualTo(20);
        assertThat(openTasks()).isEmpty();
    }

    @Test
    void aSearchIsGivenUpWithAReason() {
        MentorSearch search = add(false);

        stop(search);

        assertThat(get(search).state()).isEqualTo(MentorSearch.State.STOPPED);
        assertEndedAt(instance("mentor-search", "searchId", search.id()), "End_NoSupport", "End_SearchStopped");
        MentorshipProcessTest.assertRefusedByPage(ConflictException.class, "search.closed", () -> stop(search));
    }

    @Test
    void everyMonthItIsMarkedAndTheYearCarriesItOver() {
        MentorSearch search = add(true);
        assertThat(get(search).remindedOn()).isEmpty();

        moveTo(LocalDateTime.of(2025, 9, 1, 8, 0));
        school.runJobs();
        assertThat(get(search).remindedOn()).contains(day("2025-09-01"));
        assertThat(openTasks()).containsExactly(SUPPORT);
        moveTo(LocalDateTime.of(2025, 10, 1, 8, 0));
        school.runJobs();
        assertThat(get(search).remindedOn()).contains(day("2025-10-01"));

        asJob(() -> work.closeAll(programmeId()));

        assertThat(get(search).state()).isEqualTo(MentorSearch.State.CARRIED_OVER);
        assertThat(openTasks()).isEmpty();
        assertThat(running()).isZero();
    }

    @Test
    void aMessageForAnUnknownOrRunningSearchIsRefused() {
        MentorSearch search = add(false);

        assertMessageRefused("search.unknown", "424242");
        assertMessageRefused("search.started", search.id().toString());
    }

    private void assertMessageRefused(String code, String searchId) {
        assertRefused(
                code,
                catchThrowable(() -> school.as(
                        "admin",
                        List.of(Role.ADMINISTRATOR.id()),
                        () -> runtime.createMessageCorrelation("MentorSearchStarted")
                                .processInstanceBusinessKey(key)
                                .setVariable("schoolId", school.id())
                                .setVariable("searchId", searchId)
                                .correlateStartMessage())));
        assertThat(runtime.createIncidentQuery().tenantIdIn(school.id()).count())
                .isZero();
    }

    private MentorSearch add(boolean support) {
        Long programme = programmeId();
        MentorSearch search = school.as(Role.CURATOR, () -> searches.add(programme, support));
        school.runJobs();
        return search;
    }

    private void stop(MentorSearch search) {
        school.as(Role.CURATOR, () -> {
            searches.stop(programmeId(), search.id(), "Семья переехала");
            return null;
        });
        school.runJobs();
    }

    private MentorSearch get(MentorSearch search) {
        return searches.get(programmeId(), search.id());
    }

    private void decide(int pairs, int unmatched, int support) {
        startBlock("pair-formation", "curator", Map.of("pairStep", "decide", "roadmapItem", "000-5.1.4"));
        complete(
                Role.CURATOR,
                "Task_DecidePairs",
                Map.of(
                        "outcome",
                        "done",
                        "date",
                        TODAY,
                        "pairs",
                        pairs,
                        "unmatched",
                        unmatched,
                        "supportNeeded",
                        support));
        assertThat(searches.find(programmeId(), "", Optional.empty(), 0).getTotalElements())
                .isEqualTo(unmatched);
    }

    private String launch() {
        return startBlock("mentor-search-launch", "psychologist", Map.of());
    }

    private long running() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKey("mentor-search")
                .count();
    }
}
