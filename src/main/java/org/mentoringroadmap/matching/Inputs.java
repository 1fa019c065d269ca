package org.mentoringroadmap.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.activity.MentoringForm;
import org.mentoringroadmap.participant.RoleModel;

/**
 * Everything that a run looks at, as of one moment.
 *
 * @param mentees who wait for a mentor and may be let in
 * @param mentors who may be let in, with and without free places
 * @param locks open locks, the oldest first
 * @param vetoes open vetoes
 * @param advice open advice of the psychologist
 * @param said what both sides said after the group meeting, by participant
 * @param earlier pairs that are over, by persons: whether they came to their end
 * @param cards for which pairs the school has a programme card
 */
record Inputs(
        Long programmeId,
        RunRequest request,
        MatchingPolicy policy,
        List<Side> mentees,
        List<Side> mentors,
        List<PairKey> locks,
        Set<PairKey> vetoes,
        Set<PairKey> advice,
        Map<Long, Entered> said,
        Map<PairKey, Boolean> earlier,
        List<Card> cards) {
    /** @param roleModel null for every one */
    record Card(MentoringForm form, RoleModel roleModel) {}

    /** The same with these locks before all others, and without these pairs. */
    Inputs around(Collection<PairKey> kept, Collection<PairKey> parted) {
        List<PairKey> allLocks = new ArrayList<>(kept);
        allLocks.addAll(locks);
        Set<PairKey> allVetoes = new HashSet<>(vetoes);
        allVetoes.addAll(parted);
        return new Inputs(
                programmeId, request, policy, mentees, mentors, allLocks, allVetoes, advice, said, earlier, cards);
    }

    Entered saidBy(Side side) {
        return said.getOrDefault(side.id(), Entered.NOTHING);
    }
}
