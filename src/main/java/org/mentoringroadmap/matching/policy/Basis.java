package org.mentoringroadmap.matching.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.matching.PairKey;
import org.mentoringroadmap.matching.preference.PreferenceAnswer;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.programme.MentoringForm;

/**
 * Everything that matching in a programme goes by, as of one moment, with the people's versions for their particulars.
 * Read in a few statements; two that are equal say that nothing has changed in between.
 *
 * @param waiting mentees who wait for a mentor and may be let in, in the order of names
 * @param offering mentors who may be let in, with and without free places, in the order of names
 * @param versions of all of these
 * @param grades year of school by class; a class whose name begins with no number is missing
 * @param taken places that mentees of open pairs take, by mentor; a mentor without any is missing
 * @param trained mentors who have gone through the training
 * @param locks open locks, the oldest first
 * @param vetoes open vetoes
 * @param advice open advice of the psychologist
 * @param said what both sides said after the group meeting, by participant
 * @param earlier pairs that are over, by persons: whether they came to their end
 * @param cards for which pairs the school has a programme card
 */
public record Basis(
        MatchingPolicy policy,
        LocalDate today,
        List<Long> waiting,
        List<Long> offering,
        Set<ParticipantDirectory.Version> versions,
        Map<Long, Integer> grades,
        Map<Long, Integer> taken,
        Set<Long> trained,
        List<PairKey> locks,
        Set<PairKey> vetoes,
        Set<PairKey> advice,
        Map<Long, PreferenceAnswer> said,
        Map<PairKey, Boolean> earlier,
        List<Card> cards) {
    /** @param roleModel null for every one */
    public record Card(MentoringForm form, RoleModel roleModel) {}

    /** Places of a mentor that mentorships take already. */
    public int taken(Long mentorId) {
        return taken.getOrDefault(mentorId, 0);
    }
}
