package org.mentoringroadmap.matching.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mentoringroadmap.matching.PairKey;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.preference.PreferenceAnswer;

/**
 * Everything that a run looks at, as of one moment.
 *
 * @param basis what it was read from
 * @param mentees of the scope who wait for a mentor and may be let in
 * @param mentors of the scope who may be let in, with and without free places
 * @param locks open locks, the oldest first
 * @param vetoes pairs that must not be
 */
public record Inputs(
        RunRequest request,
        Basis basis,
        List<Candidate> mentees,
        List<Candidate> mentors,
        List<PairKey> locks,
        Set<PairKey> vetoes) {

    /** The same with these locks before all others, and without these pairs. */
    public Inputs around(Collection<PairKey> kept, Collection<PairKey> parted) {
        List<PairKey> allLocks = new ArrayList<>(kept);
        allLocks.addAll(locks);
        Set<PairKey> allVetoes = new HashSet<>(vetoes);
        allVetoes.addAll(parted);
        return new Inputs(request, basis, mentees, mentors, allLocks, allVetoes);
    }

    /** Rules and weights of the run. */
    public MatchingPolicy policy() {
        return basis.policy();
    }

    PreferenceAnswer saidBy(Candidate side) {
        return basis.said().getOrDefault(side.id(), PreferenceAnswer.NOTHING);
    }
}
