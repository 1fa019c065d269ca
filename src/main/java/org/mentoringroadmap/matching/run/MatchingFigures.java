package org.mentoringroadmap.matching.run;

import java.util.List;
import java.util.Map;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the task of the first pass keeps of the newest run. Nobody's rights are asked here. */
@Unguarded
@Service
@Transactional(readOnly = true)
public class MatchingFigures {
    /** Fields of the task that a school with registers on paper fills in. */
    public static final List<String> TYPED = List.of("mentees", "mentors", "candidates");

    private static final int MAX_COUNT = 100_000;

    private final MatchingTasks matching;
    private final Admissions admissions;

    MatchingFigures(MatchingTasks matching, Admissions admissions) {
        this.matching = matching;
        this.admissions = admissions;
    }

    /**
     * How many mentees the newest run was for, how many mentors may be matched today, and how many pairs were proposed,
     * by the names of the task's fields; empty where the registers have nobody to match.
     */
    public Map<String, Integer> of(Long programmeId) {
        return matching.latest(programmeId)
                .filter(run -> run.matched() + run.unmatched() > 0)
                .map(run -> Map.of(
                        "mentees", run.matched() + run.unmatched(),
                        "mentors",
                                admissions
                                        .eligible(
                                                programmeId,
                                                ParticipantRole.MENTOR,
                                                AdmissionPurpose.MATCHING,
                                                "",
                                                MAX_COUNT)
                                        .size(),
                        "proposed", run.matched()))
                .orElse(Map.of());
    }
}
