package org.mentoringroadmap.mentorship;

import java.util.Collection;
import java.util.List;
import org.mentoringroadmap.participant.PairsInUse;
import org.springframework.stereotype.Component;

/** Tells the registers in which open pairs their participants stand. */
@Component
class OpenPairsOfMembers implements PairsInUse {
    private final MemberRepository members;

    OpenPairsOfMembers(MemberRepository members) {
        this.members = members;
    }

    @Override
    public List<OpenPair> of(Collection<Long> participantIds, boolean duties) {
        List<Mentorship> open = duties ? members.openPairsOfMentors(participantIds) : members.openPairs(participantIds);
        return open.stream()
                .filter(pair -> !duties || Teams.mentorsWorkers(pair))
                .map(pair -> new OpenPair(pair.programmeId(), pair.id(), pair.code()))
                .toList();
    }

    @Override
    public List<PairOfParticipant> history(Long participantId) {
        return members.pairsOf(participantId).stream()
                .map(pair -> new PairOfParticipant(
                        pair.programmeId(), pair.id(), pair.code(), "mentorship.state." + pair.state()))
                .toList();
    }
}
