package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.mentorship.MentorSearch;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

@Covers("pair-formation")
class PairFormationProcessTest extends MentorshipTestCase {
    private static final String COMPARE = "Task_CompareQuestionnaires";
    private static final String DECIDE = "Task_DecidePairs";

    @Autowired
    private Steps steps;

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
        refuses("step.missing", Role.CURATOR, DECIDE, Map.of("outcome", "done", "date", TODAY));
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

    private String start(String pass) {
        return startBlock("pair-formation", "curator", Map.of("pairStep", pass));
    }
}
