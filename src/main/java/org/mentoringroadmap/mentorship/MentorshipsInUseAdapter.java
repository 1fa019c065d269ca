package org.mentoringroadmap.mentorship;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.MentorshipsInUse;
import org.mentoringroadmap.participant.ParticipantRole;
import org.springframework.stereotype.Component;

/** Tells the registers in which open pairs their participants stand. */
@Component
class MentorshipsInUseAdapter implements MentorshipsInUse {
    private final MemberRepository members;
    private final MentorshipRepository repository;
    private final MeetingRepository meetings;

    MentorshipsInUseAdapter(MemberRepository members, MentorshipRepository repository, MeetingRepository meetings) {
        this.members = members;
        this.repository = repository;
        this.meetings = meetings;
    }

    @Override
    public List<OpenMentorship> of(Collection<Long> participantIds, boolean duties) {
        List<Mentorship> open = duties ? members.openPairsOfMentors(participantIds) : members.openPairs(participantIds);
        return open.stream()
                .filter(pair -> !duties || MemberDirectory.mentorsWorkers(pair))
                .map(pair -> new OpenMentorship(pair.programmeId(), pair.id(), pair.code()))
                .toList();
    }

    @Override
    public Set<Long> mentorsOfWorkers(Collection<Long> participantIds) {
        List<Long> pairs = members.openPairsOfMentors(participantIds).stream()
                .filter(MemberDirectory::mentorsWorkers)
                .map(Mentorship::id)
                .toList();
        return pairs.isEmpty()
                ? Set.of()
                : members.findByMentorshipIdInAndLeftOnIsNull(pairs).stream()
                        .filter(member -> member.role() == ParticipantRole.MENTOR)
                        .map(Member::participantId)
                        .collect(Collectors.toSet());
    }

    @Override
    public List<MentorshipStory> stories(Collection<Long> participantIds) {
        List<Member> own = members.findByParticipantIdInOrderByJoinedOnAscIdAsc(participantIds);
        List<Long> ids = own.stream().map(Member::mentorshipId).distinct().toList();
        Map<Long, Mentorship> pairs =
                repository.findAllById(ids).stream().collect(Collectors.toMap(Mentorship::id, Function.identity()));
        Map<Long, List<Meeting>> held = meetings.findByMentorshipIdInOrderByMeetingDateAscIdAsc(ids).stream()
                .filter(Meeting::held)
                .collect(Collectors.groupingBy(Meeting::mentorshipId));
        return own.stream()
                .map(member -> story(
                        member, pairs.get(member.mentorshipId()), held.getOrDefault(member.mentorshipId(), List.of())))
                .toList();
    }

    private static MentorshipStory story(Member member, Mentorship pair, List<Meeting> held) {
        return new MentorshipStory(
                member.participantId(),
                pair.code(),
                "mentorship.state." + pair.state(),
                member.joinedOn(),
                member.leftOn(),
                pair.startedOn().orElse(null),
                pair.endedOn().orElse(null),
                held.stream()
                        .map(Meeting::date)
                        .filter(day -> member.leftOn() == null || !day.isAfter(member.leftOn()))
                        .toList());
    }

    @Override
    public List<MentorshipOfParticipant> history(Long participantId) {
        return members.pairsOf(participantId).stream()
                .map(pair -> new MentorshipOfParticipant(
                        pair.programmeId(), pair.id(), pair.code(), "mentorship.state." + pair.state()))
                .toList();
    }
}
