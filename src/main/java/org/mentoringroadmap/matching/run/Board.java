package org.mentoringroadmap.matching.run;

import java.util.List;
import org.mentoringroadmap.matching.PairConstraintView;
import org.mentoringroadmap.matching.RunSummary;

/**
 * Everything that the board of one run shows, names included: for eyes that may see them.
 *
 * @param pairs in the order of the mentees' names
 * @param left in the order of names
 * @param mentors in the order of names, those without a mentee too
 * @param marks locks, vetoes and advice of today about people of this run
 */
public record Board(
        RunSummary run,
        List<ProposedPair> pairs,
        List<LeftMentee> left,
        List<MentorPlace> mentors,
        List<PairConstraintView> marks) {}
