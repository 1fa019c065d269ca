package org.mentoringroadmap.matching.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.participant.Participant;

/**
 * How well each mentor of a run fits each of its mentees, names included: for eyes that may see them.
 *
 * @param mentors in the order of names
 * @param rows a mentee each, in the order of names
 * @param day as of which everybody was looked at
 */
public record PairMatrix(RunSummary run, List<Participant> mentors, List<Row> rows, LocalDate day) {
    /**
     * One mentee.
     *
     * @param proposed place of the mentor among {@link PairMatrix#mentors} whom the run proposes; empty for none
     * @param weak whether that is a weak pair
     * @param fits by mentor, 0 to 1; empty where a rule forbids the two
     */
    public record Row(Participant mentee, Optional<Integer> proposed, boolean weak, List<OptionalDouble> fits) {}
}
