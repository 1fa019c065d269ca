package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Members of the mentorships. */
public interface MemberRepository extends JpaRepository<Member, Long> {
    /** A participant and the code of an open pair. */
    record InMentorship(Long participantId, String code) {}

    /** How many mentees a mentor has. */
    record Load(Long mentorId, long mentees) {}

    /** A mentor and a mentee, as persons, of a pair that is over; {@code leftOn} where the mentee left it before. */
    record Worked(Long mentorPerson, Long menteePerson, Mentorship.State state, LocalDate leftOn) {}

    /** When somebody last came into a pair or left it. */
    record Change(Long mentorshipId, LocalDateTime at) {}

    List<Member> findByMentorshipId(Long mentorshipId);

    List<Member> findByParticipantIdInOrderByJoinedOnAscIdAsc(Collection<Long> participantIds);

    /** Mentees of a programme who stand in an open pair. */
    @Query("select distinct b.participantId from Member b, Mentorship m where m.id = b.mentorshipId"
            + " and m.programmeId = :programmeId and b.leftOn is null"
            + " and b.role = org.mentoringroadmap.participant.ParticipantRole.MENTEE"
            + " and m.state in ('FORMED', 'RUNNING')")
    List<Long> menteesInOpenPairs(Long programmeId);

    /** How many mentees the mentors of a programme have in open pairs, counted as in {@link #menteesOf}. */
    @Query("select new org.mentoringroadmap.mentorship.MemberRepository$Load(b.participantId,"
            + " sum(case when m.mentees > 1 then m.mentees else 1 end)) from Member b, Mentorship m"
            + " where m.id = b.mentorshipId and m.programmeId = :programmeId and b.leftOn is null"
            + " and b.role = org.mentoringroadmap.participant.ParticipantRole.MENTOR"
            + " and m.state in ('FORMED', 'RUNNING') group by b.participantId")
    List<Load> loads(Long programmeId);

    /** How many mentees these mentors have in open pairs, counted as in {@link #menteesOf}; who has none is missing. */
    @Query("select new org.mentoringroadmap.mentorship.MemberRepository$Load(b.participantId,"
            + " sum(case when m.mentees > 1 then m.mentees else 1 end)) from Member b, Mentorship m"
            + " where m.id = b.mentorshipId and b.participantId in :mentors and b.leftOn is null"
            + " and m.state in ('FORMED', 'RUNNING') group by b.participantId")
    List<Load> loadsOf(Collection<Long> mentors);

    /** Who of these persons has been whose mentor in a pair that is over. */
    @Query("select new org.mentoringroadmap.mentorship.MemberRepository$Worked(p.person.id, q.person.id, m.state,"
            + " e.leftOn) from Member r, Member e, Mentorship m, Participant p, Participant q"
            + " where r.mentorshipId = m.id and e.mentorshipId = m.id and p.id = r.participantId"
            + " and q.id = e.participantId and r.role = org.mentoringroadmap.participant.ParticipantRole.MENTOR"
            + " and e.role = org.mentoringroadmap.participant.ParticipantRole.MENTEE"
            + " and m.state not in ('FORMED', 'RUNNING') and p.person.id in :persons and q.person.id in :persons"
            + " order by m.id")
    List<Worked> worked(Collection<Long> persons);

    List<Member> findByMentorshipIdInAndLeftOnIsNull(Collection<Long> mentorshipIds);

    /** When somebody last came into a pair of the programme or left one; empty where pairs have no members. */
    @Query("select max(b.changedAt) from Member b, Mentorship m where m.id = b.mentorshipId"
            + " and m.programmeId = :programmeId")
    Optional<LocalDateTime> lastChange(Long programmeId);

    /** When somebody last came into each pair of the programme or left it. */
    @Query("select new org.mentoringroadmap.mentorship.MemberRepository$Change(m.id, max(b.changedAt))"
            + " from Member b, Mentorship m where m.id = b.mentorshipId and m.programmeId = :programmeId group by m.id")
    List<Change> lastChanges(Long programmeId);

    /** How many mentees a mentor has in the open pairs, one at least in each, but not in this one. */
    @Query("select coalesce(sum(case when m.mentees > 1 then m.mentees else 1 end), 0) from Member b, Mentorship m"
            + " where m.id = b.mentorshipId and b.participantId = :mentor and b.leftOn is null and m.id <> :exceptPair"
            + " and m.state in ('FORMED', 'RUNNING')")
    int menteesOf(Long mentor, Long exceptPair);

    /** Which of these stand in an open pair other than this one. */
    @Query("select b.participantId from Member b, Mentorship m where m.id = b.mentorshipId and b.leftOn is null"
            + " and b.participantId in :participantIds and m.id <> :exceptPair and m.state in ('FORMED', 'RUNNING')")
    List<Long> inOpenPairs(Collection<Long> participantIds, Long exceptPair);

    @Query("select new org.mentoringroadmap.mentorship.MemberRepository$InMentorship(b.participantId, m.code)"
            + " from Member b, Mentorship m where m.id = b.mentorshipId and b.leftOn is null"
            + " and b.participantId in :participantIds and m.state in ('FORMED', 'RUNNING')"
            + " order by m.kind desc, m.number")
    List<InMentorship> codesOf(Collection<Long> participantIds);

    /** Every pair of a participant who has not left it, the newest first. */
    @Query("select m from Member b, Mentorship m where m.id = b.mentorshipId and b.leftOn is null"
            + " and b.participantId = :participantId order by m.id desc")
    List<Mentorship> pairsOf(Long participantId);

    /** The open pairs in which one of these is the mentor. */
    @Query("select distinct m from Member b, Mentorship m where m.id = b.mentorshipId and b.leftOn is null"
            + " and b.role = org.mentoringroadmap.participant.ParticipantRole.MENTOR"
            + " and b.participantId in :participantIds and m.state in ('FORMED', 'RUNNING') order by m.id")
    List<Mentorship> openPairsOfMentors(Collection<Long> participantIds);

    /** The open pairs in which one of these stands. */
    @Query("select distinct m from Member b, Mentorship m where m.id = b.mentorshipId and b.leftOn is null"
            + " and b.participantId in :participantIds and m.state in ('FORMED', 'RUNNING') order by m.id")
    List<Mentorship> openPairs(Collection<Long> participantIds);
}
