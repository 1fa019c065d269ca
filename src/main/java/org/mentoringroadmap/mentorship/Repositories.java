package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.activity.MentoringForm;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface MentorshipRepository extends JpaRepository<Mentorship, Long> {
    /** Pairs before groups, each in the order of their numbers. */
    List<Mentorship> findByProgrammeIdOrderByKindDescNumber(Long programmeId);

    List<Mentorship> findByProgrammeIdAndStateOrderById(Long programmeId, Mentorship.State state);

    List<Mentorship> findByMentorIdAndStateInOrderById(Long mentorId, Collection<Mentorship.State> states);

    List<Mentorship> findByProgrammeIdAndIdInOrderById(Long programmeId, Collection<Long> ids);

    List<Mentorship> findByProgrammeIdAndHeldOnIsNotNullOrderByKindDescNumber(Long programmeId);

    boolean existsByProgrammeId(Long programmeId);

    boolean existsByProgrammeIdAndStartedOnIsNotNull(Long programmeId);

    boolean existsByContinuesId(Long id);

    List<Mentorship> findByProgrammeIdAndFormAndCardIdIsNull(Long programmeId, MentoringForm form);

    long countByProgrammeIdAndState(Long programmeId, Mentorship.State state);

    @Query("select coalesce(max(m.number), 0) from Mentorship m where m.programmeId = :programmeId and m.kind = :kind")
    int lastNumber(Long programmeId, Mentorship.Kind kind);

    /** A name is looked for as it was typed, in small letters and with a capital: not every database folds Cyrillic. */
    @Query("select m from Mentorship m left join StaffMember s on s.id = m.mentorId"
            + " where m.programmeId = :programmeId and m.state in :states"
            + " and (:text = '' or locate(:upper, m.code) > 0"
            + " or locate(:text, s.fullName) > 0 or locate(:lower, lower(s.fullName)) > 0"
            + " or locate(:capital, s.fullName) > 0"
            + " or :key <> '' and exists (select b.id from Member b, Participant p"
            + " where b.mentorshipId = m.id and b.leftOn is null and p.id = b.participantId"
            + " and locate(:key, p.person.nameKey) > 0))"
            + " and (:all = true or not exists"
            + " (select x.id from Meeting x where x.mentorshipId = m.id and x.kind = :missing))"
            + " order by m.kind desc, m.number")
    Page<Mentorship> search(
            Long programmeId,
            Collection<Mentorship.State> states,
            String text,
            String upper,
            String lower,
            String capital,
            String key,
            boolean all,
            MeetingKind missing,
            Pageable page);
}

interface MemberRepository extends JpaRepository<Member, Long> {
    /** A participant and the code of an open pair. */
    record InPair(Long participantId, String code) {}

    /** How many mentees a mentor has. */
    record Load(Long mentorId, long mentees) {}

    /** A mentor and a mentee, as persons, of a pair that is over; {@code leftOn} where the mentee left it before. */
    record Worked(Long mentorPerson, Long menteePerson, Mentorship.State state, LocalDate leftOn) {}

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

    /** How many mentees a mentor has in the open pairs, one at least in each, but not in this one. */
    @Query("select coalesce(sum(case when m.mentees > 1 then m.mentees else 1 end), 0) from Member b, Mentorship m"
            + " where m.id = b.mentorshipId and b.participantId = :mentor and b.leftOn is null and m.id <> :exceptPair"
            + " and m.state in ('FORMED', 'RUNNING')")
    int menteesOf(Long mentor, Long exceptPair);

    /** Which of these stand in an open pair other than this one. */
    @Query("select b.participantId from Member b, Mentorship m where m.id = b.mentorshipId and b.leftOn is null"
            + " and b.participantId in :participantIds and m.id <> :exceptPair and m.state in ('FORMED', 'RUNNING')")
    List<Long> inOpenPairs(Collection<Long> participantIds, Long exceptPair);

    @Query("select new org.mentoringroadmap.mentorship.MemberRepository$InPair(b.participantId, m.code)"
            + " from Member b, Mentorship m where m.id = b.mentorshipId and b.leftOn is null"
            + " and b.participantId in :participantIds and m.state in ('FORMED', 'RUNNING')"
            + " order by m.kind desc, m.number")
    List<InPair> codesOf(Collection<Long> participantIds);

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

interface MeetingRepository extends JpaRepository<Meeting, Long> {
    List<Meeting> findByMentorshipIdOrderByMeetingDateAscIdAsc(Long mentorshipId);

    List<Meeting> findByMentorshipIdInOrderByMeetingDateAscIdAsc(Collection<Long> mentorshipIds);

    List<Meeting> findByMentorshipIdInAndKind(Collection<Long> mentorshipIds, MeetingKind kind);

    boolean existsByMentorshipIdAndKindAndMeetingDate(Long mentorshipId, MeetingKind kind, LocalDate date);

    /** The kinds of meetings that a pair has had. */
    @Query("select distinct x.kind from Meeting x where x.mentorshipId = :mentorshipId")
    Set<MeetingKind> kindsOf(Long mentorshipId);

    /** How many pairs and groups of the programme have met so, whatever their state. */
    @Query("select count(distinct x.mentorshipId) from Meeting x, Mentorship m"
            + " where m.id = x.mentorshipId and m.programmeId = :programmeId and x.kind = :kind and x.held = true")
    long countHaving(Long programmeId, MeetingKind kind);

    /** How many pairs and groups still meet without having had the meeting. */
    @Query("select count(m) from Mentorship m where m.programmeId = :programmeId"
            + " and m.state = org.mentoringroadmap.mentorship.Mentorship.State.RUNNING and not exists"
            + " (select x.id from Meeting x where x.mentorshipId = m.id and x.kind = :kind)")
    long countMissing(Long programmeId, MeetingKind kind);
}

interface SearchRepository extends JpaRepository<MentorSearch, Long> {
    List<MentorSearch> findByProgrammeIdAndStateOrderByNumber(Long programmeId, MentorSearch.State state);

    Page<MentorSearch> findByProgrammeIdAndStateInOrderByNumber(
            Long programmeId, Collection<MentorSearch.State> states, Pageable page);

    Page<MentorSearch> findByProgrammeIdAndStateInAndCodeContainingOrderByNumber(
            Long programmeId, Collection<MentorSearch.State> states, String code, Pageable page);

    Optional<MentorSearch> findByProgrammeIdAndId(Long programmeId, Long id);

    List<MentorSearch> findByLeftIdAndStateOrderByNumber(Long leftId, MentorSearch.State state);

    List<MentorSearch> findByProgrammeIdAndParticipantIdInAndState(
            Long programmeId, Collection<Long> participantIds, MentorSearch.State state);

    /** Those that have begun and whose mentee is known. */
    List<MentorSearch> findByProgrammeIdAndStateAndLaunchedTrueAndParticipantIdNotNullOrderByNumber(
            Long programmeId, MentorSearch.State state);

    boolean existsByProgrammeIdAndParticipantIdNotNullAndState(Long programmeId, MentorSearch.State state);

    long countByProgrammeIdAndState(Long programmeId, MentorSearch.State state);

    @Query("select coalesce(max(s.number), 0) from MentorSearch s where s.programmeId = :programmeId")
    int lastNumber(Long programmeId);
}

interface MentorProposalRepository extends JpaRepository<MentorProposal, Long> {
    /** The one that waits for a decision, of each of these searches. */
    List<MentorProposal> findBySearchIdInAndWaitingTrue(Collection<Long> searchIds);

    Optional<MentorProposal> findBySearchIdAndWaitingTrue(Long searchId);
}
