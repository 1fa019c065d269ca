package org.mentoringroadmap.matching.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.matching.core.Defect.Kind;

class ProblemBuilderTest {
    private final ProblemBuilder builder =
            MatchingProblem.builder().mentee("m").mentor("t", 1).allow("m", "t", 0.5);

    @Test
    void everyWrongEntryIsToldWithItsPosition() {
        builder.allow("m", "t", 0.7)
                .allow("m", "nobody", 0.7)
                .allow("nobody", "t", 0.7)
                .mentor("u", -1)
                .mentor("v", 0)
                .mentee("m")
                .mentor("t", 2)
                .mentee(" ")
                .allow("m", "u", Double.NaN)
                .allow("m", "v", 1.5)
                .allow("m", "v", -0.1);

        List<Defect> defects = defects();

        assertThat(defects)
                .extracting(Defect::kind, Defect::position)
                .containsExactly(
                        tuple(Kind.UNKNOWN_MENTOR, 3),
                        tuple(Kind.UNKNOWN_MENTEE, 4),
                        tuple(Kind.NEGATIVE_CAPACITY, 2),
                        tuple(Kind.DUPLICATE_MENTEE, 2),
                        tuple(Kind.DUPLICATE_MENTOR, 4),
                        tuple(Kind.EMPTY_ID, 3),
                        tuple(Kind.SCORE_NOT_A_NUMBER, 5),
                        tuple(Kind.SCORE_OUTSIDE, 6),
                        tuple(Kind.SCORE_OUTSIDE, 7));
    }

    @Test
    void theSecondOfTwoEqualPairsIsTold() {
        builder.mentee("n").allow("n", "t", 0.1).allow("m", "t", 0.5);

        assertThat(defects()).containsExactly(new Defect(Kind.DUPLICATE_PAIR, Defect.Entry.PAIR, 3, "m", "t", null));
        assertThatThrownBy(builder::build).hasMessage("PAIR 3: DUPLICATE_PAIR, mentee m, mentor t");
    }

    @Test
    void locksMustBePossible() {
        builder.mentee("n")
                .mentor("u", 1)
                .allow("n", "t", 0.5)
                .lock("m", "t")
                .lock("n", "t")
                .lock("n", "u")
                .lock("m", "t");

        assertThat(defects())
                .extracting(Defect::kind)
                .containsExactly(Kind.LOCKS_EXCEED_CAPACITY, Kind.LOCK_NOT_ALLOWED, Kind.DUPLICATE_LOCK);
    }

    @Test
    void partsSumUpToTheScore() {
        builder.mentor("u", 1).allow("m", "u", 0.5, List.of(new Part("interests", 0.3), new Part("hours", 0.1)));

        assertThat(defects()).extracting(Defect::kind).containsExactly(Kind.PARTS_DIFFER);
    }

    @Test
    void keepsPartsAndProhibitionsThroughAChange() {
        List<Part> parts = List.of(new Part("interests", 0.3), new Part("hours", 0.2));
        MatchingProblem problem = builder.mentor("u", 0)
                .allow("m", "u", 0.5, parts)
                .mentor("v", 1)
                .forbid("m", "v", "age")
                .forbid("m", "v", "consent")
                .forbid("m", "v", "age")
                .lock("m", "t")
                .build();

        MatchingProblem again = problem.toBuilder().build();

        assertThat(again.parts(again.pair(0, again.mentor("u")))).isEqualTo(parts);
        assertThat(again.parts(again.pair(0, again.mentor("t")))).isEmpty();
        assertThat(again.prohibitions(0)).extracting(Prohibition::reason).containsExactly("age", "consent");
        assertThat(again.lock(0)).isEqualTo(again.pair(0, again.mentor("t")));
        assertThat(again.mentee("nobody")).isEqualTo(MatchingProblem.NONE);
    }

    @Test
    void allPairsAtOnceAreTheSameAsOneByOne() {
        for (long seed = 0; seed < 500; seed++) {
            MatchingProblem single = RandomProblems.small(seed);
            ProblemBuilder atOnce = MatchingProblem.builder().salt(single.salt());
            for (int mentor = 0; mentor < single.mentors(); mentor++) {
                atOnce.mentor(single.mentorId(mentor), single.capacity(mentor));
            }
            for (int mentee = single.mentees() - 1; mentee >= 0; mentee--) {
                atOnce.mentee(single.menteeId(mentee));
                for (Prohibition prohibition : single.prohibitions(mentee)) {
                    atOnce.forbid(single.menteeId(mentee), single.mentorId(prohibition.mentor()), prohibition.reason());
                }
                if (single.isLocked(mentee)) {
                    atOnce.lock(single.menteeId(mentee), single.mentorId(single.mentorOf(single.lock(mentee))));
                }
            }
            MatchingProblem built = atOnce.allow((mentee, byMentor) -> Arrays.setAll(byMentor, mentor -> {
                        int pair = single.pair(single.mentees() - 1 - mentee, mentor);
                        return pair == MatchingProblem.NONE ? PairValues.FORBIDDEN : single.score(pair);
                    }))
                    .build();

            assertThat(built.graph().rowStart())
                    .as("seed %d", seed)
                    .isEqualTo(single.graph().rowStart());
            assertThat(built.graph().mentor()).isEqualTo(single.graph().mentor());
            assertThat(built.graph().cost()).isEqualTo(single.graph().cost());
            for (int mentee = 0; mentee < single.mentees(); mentee++) {
                assertThat(built.menteeId(mentee)).isEqualTo(single.menteeId(mentee));
                assertThat(built.lock(mentee)).isEqualTo(single.lock(mentee));
            }
        }
    }

    @Test
    void aScoreThatIsNoneIsToldWithItsPlaceInTheTable() {
        ProblemBuilder table = MatchingProblem.builder()
                .mentee("m")
                .mentee("n")
                .mentor("t", 1)
                .mentor("u", 1)
                .allow((mentee, byMentor) -> Arrays.setAll(byMentor, mentor -> mentee == 1 && mentor == 0 ? 1.5 : 0.5));

        assertThat(catchThrowableOfType(InvalidProblemException.class, table::build)
                        .defects())
                .containsExactly(new Defect(Kind.SCORE_OUTSIDE, Defect.Entry.PAIR, 3, "n", "t", "1.5"));
        assertThatThrownBy(() -> builder.allow((mentee, byMentor) -> Arrays.fill(byMentor, 1))
                        .build())
                .isInstanceOf(IllegalStateException.class);
    }

    private List<Defect> defects() {
        return catchThrowableOfType(InvalidProblemException.class, builder::build)
                .defects();
    }
}
