package org.mentoringroadmap.participant;

import java.util.Collection;
import java.util.List;

/** The pairs and groups in which participants still stand; implemented by the feature that keeps pairs. */
public interface PairsInUse {
    /**
     * A pair or group that works or is about to.
     *
     * @param code «П-001»
     */
    record OpenPair(Long programmeId, Long id, String code) {}

    /**
     * Those in which one of the participants stands.
     *
     * @param duties only those in which one of them has the duties of a worker's mentor
     */
    List<OpenPair> of(Collection<Long> participantIds, boolean duties);

    /** Every pair and group of a participant, the newest first; whether it is open says {@code state}. */
    List<PairOfParticipant> history(Long participantId);

    /**
     * A pair or group of a participant, as a card shows it.
     *
     * @param state key of its title in the bundle
     */
    record PairOfParticipant(Long programmeId, Long id, String code, String state) {}
}
