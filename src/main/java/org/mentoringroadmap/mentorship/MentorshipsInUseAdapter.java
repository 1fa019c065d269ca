package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.MentorshipsInUse;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.person.ErasedNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the registers in which open pairs their participants stand. */
@Component
class MentorshipsInUseAdapter implements MentorshipsInUse {
    private final MemberRepository members;
    private final MentorshipRepository repository;
    private final MeetingRepository meetings;
    private final ParticipantDirectory directory;
    private final JdbcClient jdbc;

    MentorshipsInUseAdapter(
            MemberRepository members,
            MentorshipRepository repository,
            MeetingRepository meetings,
            ParticipantDirectory directory,
            JdbcClient jdbc) {
        this.members = members;
        this.repository = repository;
        this.meetings = meetings;
        this.directory = directory;
        this.jdbc = jdbc;
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
                .collect(Collectors.groupingBy(Meeting::mentorshipId));
        return own.stream()
                .map(member -> story(
                        member, pairs.get(member.mentorshipId()), held.getOrDefault(member.mentorshipId(), List.of())))
                .toList();
    }

    private MentorshipStory story(Member member, Mentorship pair, List<Meeting> all) {
        ErasedNames others = others(member);
        return new MentorshipStory(
                member.participantId(),
                pair.code(),
                "mentorship.state." + pair.state(),
                member.joinedOn(),
                member.leftOn(),
                pair.startedOn().orElse(null),
                pair.endedOn().orElse(null),
                all.stream()
                        .filter(Meeting::held)
                        .map(Meeting::date)
                        .filter(day -> member.leftOn() == null || !day.isAfter(member.leftOn()))
                        .toList(),
                pair.basis().map(others::without).orElse(null),
                pair.reason().map(others::without).orElse(null),
                all.stream()
                        .filter(meeting ->
                                member.leftOn() == null || !meeting.date().isAfter(member.leftOn()))
                        .flatMap(meeting -> meeting.note().stream())
                        .map(others::without)
                        .toList());
    }

    /** Of everybody else who has ever stood in the pair; a family name that is the participant's own too is no secret. */
    private ErasedNames others(Member member) {
        String own = directory.of(List.of(member.participantId())).stream()
                .map(participant ->
                        ErasedNames.stem(participant.person().details().lastName()))
                .findFirst()
                .orElse("");
        List<Long> ids = members.findByMentorshipId(member.mentorshipId()).stream()
                .map(Member::participantId)
                .filter(id -> !id.equals(member.participantId()))
                .toList();
        return ErasedNames.of(
                directory.of(ids).stream()
                        .map(participant -> participant.person().details())
                        .toList(),
                familyName -> !ErasedNames.stem(familyName).equals(own));
    }

    @Override
    public List<SearchStory> searches(Collection<Long> participantIds) {
        if (participantIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select s.participant_id, false, s.code, s.opened_on, s.closed_on, s.reason"
                        + " from mentorship_search s where s.participant_id in (:ids)"
                        + " union all select case when p.mentee_id in (:ids) then p.mentee_id else p.mentor_id end, true,"
                        + " s.code, p.proposed_on, p.closed_on, p.reason from mentorship_proposal p"
                        + " join mentorship_search s on s.id = p.search_id"
                        + " where p.mentee_id in (:ids) or p.mentor_id in (:ids) order by 4")
                .param("ids", participantIds)
                .query((row, number) -> new SearchStory(
                        row.getLong(1),
                        row.getBoolean(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        row.getString(6)))
                .list();
    }

    @Override
    public List<MentorshipOfParticipant> history(Long participantId) {
        return members.pairsOf(participantId).stream()
                .map(pair -> new MentorshipOfParticipant(
                        pair.programmeId(), pair.id(), pair.code(), "mentorship.state." + pair.state()))
                .toList();
    }
}
