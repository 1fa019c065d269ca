package org.mentoringroadmap.mentorship;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.matching.PresentMentorships;
import org.springframework.stereotype.Component;

/** Tells the matching who is in a pair, which places are taken, and who knows whom. */
@Component
class PresentMentorshipsAdapter implements PresentMentorships {
    private final MemberRepository members;

    PresentMentorshipsAdapter(MemberRepository members) {
        this.members = members;
    }

    @Override
    public Set<Long> paired(Long programmeId) {
        return new HashSet<>(members.menteesInOpenPairs(programmeId));
    }

    @Override
    public Map<Long, Integer> taken(Long programmeId) {
        return members.loads(programmeId).stream()
                .collect(Collectors.toMap(MemberRepository.Load::mentorId, load -> Math.toIntExact(load.mentees())));
    }

    @Override
    public List<Earlier> earlier(Collection<Long> personIds) {
        return personIds.isEmpty()
                ? List.of()
                : members.worked(personIds).stream()
                        .map(pair -> new Earlier(
                                pair.mentorPerson(),
                                pair.menteePerson(),
                                pair.leftOn() == null && pair.state() != Mentorship.State.ENDED_EARLY))
                        .toList();
    }
}
