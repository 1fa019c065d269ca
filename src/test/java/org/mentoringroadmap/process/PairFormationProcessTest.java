package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.matching.run.MatchingTasks;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.search.MentorSearch;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

@Covers("pair-formation")
class PairFormationProcessTest extends MentorshipTestCase {
    private static final String COMPARE = "Task_CompareQuestionnaires";
    private static final String DECIDE = "Task_DecidePairs";
    private static final String DUTIES = "Task_CollectDuties";

    @Autowired
    private Steps steps;

    @Autowired
    private MatchingTasks matching;

    @Autowired
    private MatchingRuns runs;

    @Test
    void theFirstPassComparesTheQuestionnaires() {
        String instance = start("compare");
        assertThat(groups(task(COMPARE))).containsExactly("curator");
        refuses("step.missing", Role.CURATOR, COMPARE, Map.of("outcome", "done", "date", TODAY));

        complete(
                Role.CURATOR,
                COMPARE,
                Map.of("outcome", "done", "date", TODAY, "mentees", 20, "mentors", 15, "candidates", 30));

        assertThat(steps.ofInstance(instance)).singleElement().satisfies(step -> {
            assertThat(step.figure("mentees")).contains(20);
            assertThat(step.figure("candidates")).contains(30);
        });
        assertOutcome(ITEM, Outcome.DONE);
        assertThat(flag(instance, "pairsExist")).isEqualTo("false");
        assertEndedAt(instance, "End_Compared");
    }

    @Test
    void theDecisionMakesPairsGroupsAndSearches() {
        String instance = start("decide");

        complete(
                Role.CURATOR,
                DECIDE,
                Map.of("outcome", "done", "date", TODAY, "pairs", 2, "groups", 1, "unmatched", 3, "supportNeeded", 1));

        assertThat(mentorships.of(programmeId()))
                .extracting(Mentorship::code)
                .containsExactly("П-001", "П-002", "Г-001");
        assertThat(mentorships.of(programmeId())).allSatisfy(pair -> {
            assertThat(pair.state()).isEqualTo(Mentorship.State.FORMED);
            assertThat(pair.formedOn()).isEqualTo(day(TODAY));
        });
        assertThat(mentorships.of(programmeId()))
                .extracting(Mentorship::mentees)
                .as("nobody has said how many are in the group")
                .containsExactly(1, 1, 0);
        assertThat(searches.count(programmeId(), MentorSearch.State.SEARCHING)).isEqualTo(3);
        assertThat(searches.find(programmeId(), "", java.util.Optional.empty(), 0))
                .filteredOn(MentorSearch::supportNeeded)
                .extracting(MentorSearch::code)
                .containsExactly("Н-001");
        assertThat(flag(instance, "pairsExist")).isEqualTo("true");
        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, "End_PairsDecided");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 300})
    void onePairIsEnoughAndManyAreMadeAtOnce(int pairs) {
        start("decide");

        complete(Role.CURATOR, DECIDE, Map.of("outcome", "done", "date", TODAY, "pairs", pairs));

        assertThat(mentorships.of(programmeId())).hasSize(pairs);
        assertThat(mentorships.of(programmeId()).get(pairs - 1).code()).isEqualTo("П-%03d".formatted(pairs));
    }

    @Test
    void noPairs() {
        String instance = start("decide");
        refuses("activity.reason", Role.CURATOR, DECIDE, Map.of("outcome", "not-held"));

        complete(Role.CURATOR, DECIDE, NOT_HELD);

        assertThat(mentorships.of(programmeId())).isEmpty();
        assertThat(flag(instance, "pairsExist")).isEqualTo("false");
        assertOutcome(ITEM, Outcome.NOT_HELD);
        assertEndedAt(instance, "End_NoPairs");
    }

    @Test
    void anEarlierDecisionMakesItsPairsToo() {
        start("decide");

        complete(Role.CURATOR, DECIDE, with(EARLIER, "pairs", "4"));

        assertThat(mentorships.of(programmeId())).hasSize(4);
        assertThat(mentorships.of(programmeId()).get(0).formedOn()).isEqualTo(day("2025-05-30"));
        assertOutcome(ITEM, Outcome.EARLIER);
    }

    @Test
    void whatCannotBeIsRefused() {
        start("decide");
        Map<String, Object> done = Map.of("outcome", "done", "date", TODAY, "pairs", 1);
        refuses("mentorship.none-decided", Role.CURATOR, DECIDE, Map.of("outcome", "done", "date", TODAY));
        refuses("step.figure", Role.CURATOR, DECIDE, with(done, "pairs", "-1"));
        refuses("mentorship.none-decided", Role.CURATOR, DECIDE, with(done, "pairs", "0"));
        refuses("mentorship.too-many", Role.CURATOR, DECIDE, with(done, "pairs", "1001"));
        refuses("mentorship.support", Role.CURATOR, DECIDE, with(done, "supportNeeded", "2"));
        refuses("activity.date-future", Role.CURATOR, DECIDE, with(done, "date", "2025-08-21"));
        assertThat(mentorships.of(programmeId())).isEmpty();

        complete(Role.CURATOR, DECIDE, done);
        start("decide");
        refuses("mentorship.decided", Role.CURATOR, DECIDE, done);

        assertThat(mentorships.of(programmeId())).hasSize(1);
    }

    @Test
    void closedBefore() {
        String first = start("decide");
        complete(Role.CURATOR, DECIDE, with(EARLIER, "pairs", "1"));

        String second = start("decide");

        assertEndedAt(first, "End_PairsDecided");
        assertEndedAt(second, "End_ClosedBefore");
        assertThat(flag(second, "pairsExist")).as("stages ask it whatever came").isEqualTo("true");
    }

    @Test
    void theFirstPassProposesAndCountsTheRegisters() {
        mentee("Ждунова");
        mentee("Терпелов");
        mentor("Образцов", 1);

        String instance = start("compare");

        assertThat(matching.latest(programmeId())).hasValueSatisfying(run -> {
            assertThat(run.matched()).isEqualTo(1);
            assertThat(run.scope().preferences()).isFalse();
        });
        complete(Role.CURATOR, COMPARE, Map.of("outcome", "done", "date", TODAY));
        assertThat(steps.ofInstance(instance))
                .singleElement()
                .satisfies(step ->
                        assertThat(step.figures()).isEqualTo(Map.of("mentees", 2, "mentors", 1, "proposed", 1)));
        assertEndedAt(instance, "End_Compared");
    }

    @Test
    void whatWasFormedOnTheBoardIsCounted() {
        mentee("Ждунова");
        mentee("Терпелов");
        mentee("Одиноков");
        Participant mentor = mentor("Образцов", 2);
        String instance = start("decide");
        assertThat(matching.latest(programmeId()).orElseThrow().scope().preferences())
                .isTrue();
        confirm();
        Long third = third();
        refuses("mentorship.formed-already", Role.CURATOR, DECIDE, NOT_HELD);
        refuses(
                "mentorship.formed-already",
                Role.CURATOR,
                DECIDE,
                Map.of("outcome", "done", "date", TODAY, "pairs", 1));

        complete(
                Role.CURATOR,
                DECIDE,
                Map.of("outcome", "done", "date", TODAY, "support", third + ", " + mentor.id() + ",x"));

        assertThat(mentorships.of(programmeId())).hasSize(2);
        assertThat(steps.ofInstance(instance))
                .singleElement()
                .satisfies(step ->
                        assertThat(step.figures()).isEqualTo(Map.of("pairs", 2, "unmatched", 1, "supportNeeded", 1)));
        assertThat(searches.find(programmeId(), "", Optional.empty(), 0))
                .singleElement()
                .satisfies(search -> {
                    assertThat(search.participantId()).contains(third);
                    assertThat(search.supportNeeded()).isTrue();
                });
        assertEndedAt(instance, "End_PairsDecided");
    }

    @Test
    void pairsOnPaperComeBesideThoseOfTheRegisters() {
        mentee("Ждунова");
        mentee("Терпелов");
        mentor("Образцов", 1);
        start("decide");
        confirm();

        complete(
                Role.CURATOR,
                DECIDE,
                Map.of("outcome", "done", "date", TODAY, "pairs", 3, "groups", 1, "unmatched", 2));

        assertThat(mentorships.of(programmeId()))
                .extracting(Mentorship::code)
                .containsExactly("П-001", "П-002", "П-003", "Г-001");
        assertThat(searches.find(programmeId(), "", Optional.empty(), 0))
                .as("who is left is known to the school alone")
                .hasSize(2)
                .allMatch(search -> search.participantId().isEmpty());
    }

    @Test
    void withoutPairsEverybodyOfTheRegisterIsSearchedFor() {
        Participant anna = mentee("Ждунова");
        String instance = start("decide");

        complete(Role.CURATOR, DECIDE, NOT_HELD);

        assertThat(searches.find(programmeId(), "", Optional.empty(), 0))
                .singleElement()
                .satisfies(search -> assertThat(search.participantId()).contains(anna.id()));
        assertEndedAt(instance, "End_NoPairs");
    }

    @Test
    void teachersConsentToTheirDutiesBeforeTheOrder() {
        novice("Ждунова");
        novice("Терпелов");
        Participant first = teacher("Педагогова", 1);
        Participant second = teacher("Учителев", 1);
        String instance = start("decide");
        confirm();
        complete(Role.CURATOR, DECIDE, Map.of("outcome", "done", "date", TODAY));
        assertThat(openTasks()).containsExactly(DUTIES);
        assertThat(groups(task(DUTIES))).containsExactly("curator");

        sign(first, ConsentKind.DUTIES);
        assertThat(openTasks()).containsExactly(DUTIES);
        sign(second, ConsentKind.DUTIES);

        assertThat(openTasks()).isEmpty();
        assertThat(steps.ofInstance(instance))
                .filteredOn(step -> step.step().equals(DUTIES))
                .singleElement()
                .satisfies(step -> assertThat(step.figures()).isEqualTo(Map.of("needed", 2, "received", 2)));
        assertOutcome(ITEM, Outcome.DONE);
        assertThat(flag(instance, "outcome")).isEqualTo("done");
        assertEndedAt(instance, "End_DutiesCollected");
    }

    @Test
    void whoeverEndsTheCollectionChangesNothingOfTheDecision() {
        novice("Ждунова");
        teacher("Педагогова", 1);
        String instance = start("decide");
        confirm();
        complete(Role.CURATOR, DECIDE, Map.of("outcome", "done", "date", TODAY));

        complete(Role.CURATOR, DUTIES, NOT_HELD);

        assertOutcome(ITEM, Outcome.DONE);
        assertThat(flag(instance, "outcome")).isEqualTo("done");
        assertThat(steps.ofInstance(instance))
                .filteredOn(step -> step.step().equals(DUTIES))
                .singleElement()
                .satisfies(step -> assertThat(step.figures()).isEqualTo(Map.of("needed", 1, "received", 0)));
    }

    @Test
    void whoeverSignsMeanwhileIsNotAskedFor() {
        novice("Ждунова");
        Participant teacher = teacher("Педагогова", 1);
        String instance = start("decide");
        confirm();
        Task decide = task(DECIDE);
        school.as(Role.CURATOR, () -> {
            taskService.claim(decide.getId(), school.login(Role.CURATOR));
            taskService.complete(decide.getId(), Map.of("outcome", "done", "date", TODAY));
            return null;
        });
        assertThat(flag(instance, "dutiesNeeded")).isEqualTo("true");
        sign(teacher, ConsentKind.DUTIES);

        assertThat(openTasks()).isEmpty();
        assertEndedAt(instance, "End_DutiesCollected");
    }

    @Test
    void whoMentorsPupilsOnlyIsAskedForNoDuties() {
        mentee("Ждунова");
        teacher("Педагогова", 1);
        String instance = start("decide");
        confirm();

        complete(Role.CURATOR, DECIDE, Map.of("outcome", "done", "date", TODAY));

        assertThat(flag(instance, "dutiesNeeded")).isEqualTo("false");
        assertEndedAt(instance, "End_PairsDecided");
    }

    @Test
    void whoHasConsentedBeforeNeedsNoTask() {
        novice("Ждунова");
        sign(teacher("Педагогова", 1), ConsentKind.DUTIES);
        String instance = start("decide");
        confirm();

        complete(Role.CURATOR, DECIDE, Map.of("outcome", "done", "date", TODAY));

        assertEndedAt(instance, "End_PairsDecided");
    }

    private void confirm() {
        school.as(
                Role.CURATOR,
                () -> runs.confirm(matching.latest(programmeId()).orElseThrow().id(), Set.of()));
        school.runJobs();
    }

    /** The only one of the register whom the newest run has left. */
    private Long third() {
        return school.as(
                Role.CURATOR,
                () -> runs.board(matching.latest(programmeId()).orElseThrow().id())
                        .left()
                        .get(0)
                        .mentee()
                        .id());
    }

    private String start(String pass) {
        return startBlock("pair-formation", "curator", Map.of("pairStep", pass));
    }
}
