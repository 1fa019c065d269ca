package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.mentoringroadmap.programme.MentoringForm;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Mentorships of the programmes. */
public interface MentorshipRepository extends JpaRepository<Mentorship, Long> {
    /** Works since this day or longer and has not met after it. */
    String SILENT = "(m.state = org.mentoringroadmap.mentorship.Mentorship.State.RUNNING and m.startedOn <= :since"
            + " and not exists (select y.id from Meeting y where y.mentorshipId = m.id and y.held = true"
            + " and y.meetingDate > :since))";

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
            + " and (:talking = true or " + SILENT + ")"
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
            boolean talking,
            LocalDate since,
            Pageable page);

    /** How many of a programme work and have not met after a day. */
    @Query("select count(m) from Mentorship m where m.programmeId = :programmeId and " + SILENT)
    long countSilent(Long programmeId, LocalDate since);

    /** The same of one mentor. */
    @Query("select count(m) from Mentorship m where m.programmeId = :programmeId and m.mentorId = :mentorId and "
            + SILENT)
    long countSilentOf(Long programmeId, Long mentorId, LocalDate since);
}
