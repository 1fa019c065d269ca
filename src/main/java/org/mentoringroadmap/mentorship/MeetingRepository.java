package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Meetings of the mentorships. */
public interface MeetingRepository extends JpaRepository<Meeting, Long> {
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
