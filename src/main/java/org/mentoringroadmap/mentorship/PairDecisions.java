package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.util.Optional;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works with whom: the decision after the group meeting (item 000-5.1.4) makes the pairs and groups. */
@Service
@Transactional
public class PairDecisions {
    /** Figures of the decision's form. */
    public static final String PAIRS = "pairs";
    /** How many groups. */
    public static final String GROUPS = "groups";
    /** How many mentees have found nobody. */
    public static final String UNMATCHED = "unmatched";
    /** How many of these a psychologist helps meanwhile. */
    public static final String SUPPORT = "supportNeeded";

    private static final int MOST = 1000;

    private final Steps steps;
    private final PairBook book;
    private final MentorSearches searches;
    private final Locks locks;
    private final Access access;

    PairDecisions(Steps steps, PairBook book, MentorSearches searches, Locks locks, Access access) {
        this.steps = steps;
        this.book = book;
        this.searches = searches;
        this.locks = locks;
        this.access = access;
    }

    /**
     * Records the decision and makes what was decided: pairs and groups with codes, and a search for each mentee who is
     * left. Names, mentors and sizes of groups are entered in the list.
     *
     * @param instanceId process instance of the decision
     * @param step id of its task in the model
     * @throws UserInputException {@code mentorship.decided} when the activity was decided before; {@code
     *     mentorship.none-decided} for a done decision without pairs and groups; {@code mentorship.too-many}; {@code
     *     mentorship.support}; what {@link Steps#result} refuses
     */
    public void decide(Long programmeId, String roadmapItem, String instanceId, String step, StepInput input) {
        locks.programme(programmeId);
        if (steps.of(programmeId, roadmapItem).stream()
                .anyMatch(record -> record.step().equals(step))) {
            throw new UserInputException("mentorship.decided");
        }
        int pairs = figure(input, PAIRS);
        int groups = figure(input, GROUPS);
        int unmatched = figure(input, UNMATCHED);
        int support = figure(input, SUPPORT);
        if (input.outcome().outcome() == Outcome.DONE && pairs + groups == 0) {
            throw new UserInputException("mentorship.none-decided");
        }
        if (Math.max(Math.max(pairs, groups), unmatched) > MOST) {
            throw new UserInputException("mentorship.too-many", String.valueOf(MOST));
        }
        if (support > unmatched) {
            throw new UserInputException("mentorship.support");
        }
        steps.result(programmeId, roadmapItem, instanceId, step, input);
        LocalDate day = Optional.ofNullable(input.outcome().date()).orElse(access.today());
        form(programmeId, Mentorship.Kind.PAIR, pairs, day);
        form(programmeId, Mentorship.Kind.GROUP, groups, day);
        for (int i = 0; i < unmatched; i++) {
            searches.open(programmeId, i < support, null);
        }
    }

    private void form(Long programmeId, Mentorship.Kind kind, int count, LocalDate day) {
        for (int i = 0; i < count; i++) {
            book.form(programmeId, kind, Optional.empty(), day);
        }
    }

    private static int figure(StepInput input, String name) {
        return input.figures().getOrDefault(name, 0);
    }
}
