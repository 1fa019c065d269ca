package org.mentoringroadmap.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.participant.ParticipantRole;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Counts and names of {@link RegisterGaps}. The age is the name of a {@link RegisterGroup.Age}; a birthday that is not known
 * is judged by the category.
 */
interface RegisterGapRepository extends Repository<Participant, Long> {
    @Query("select count(p) from Participant p join p.person n" + Where.GROUP + Where.TAKES_PART)
    long countTakingPart(
            Long programmeId, ParticipantRole role, ParticipantCategory category, String age, LocalDate adultBorn);

    @Query("select count(p) from Participant p join p.person n" + Where.GROUP + Where.TAKES_PART + " and "
            + Where.HAS_CONSENT)
    long countReceived(
            Long programmeId,
            ParticipantRole role,
            ParticipantCategory category,
            String age,
            LocalDate adultBorn,
            LocalDate until);

    @Query("select count(p) from Participant p join p.person n" + Where.GROUP
            + " and p.status = org.mentoringroadmap.participant.ParticipantStatus.LEFT"
            + " and not exists (select c.id from Consent c where c.personId = n.id"
            + " and c.kind = org.mentoringroadmap.participant.ConsentKind.PROCESSING)")
    long countRefused(
            Long programmeId, ParticipantRole role, ParticipantCategory category, String age, LocalDate adultBorn);

    @Query(
            value = "select p from Participant p join fetch p.person n" + Where.MISSING + " order by n.nameKey, p.id",
            countQuery = "select count(p) from Participant p join p.person n" + Where.MISSING)
    Page<Participant> missing(
            Long programmeId,
            ParticipantRole role,
            ParticipantCategory category,
            String age,
            LocalDate adultBorn,
            LocalDate until,
            boolean everyClass,
            Collection<Long> classes,
            Pageable page);

    @Query("select p.status, count(p), sum(case when p.result is null then 1 else 0 end) from Participant p"
            + " join p.person n where p.programmeId = :programmeId and n.anonymisedOn is null and "
            + ParticipantRepository.Where.OWN + " group by p.status")
    List<Object[]> outcomes(Long programmeId);

    /** What the queries look at. */
    final class Where {
        private static final String ADULT =
                "(n.birthDate is not null and n.birthDate <= :adultBorn or n.birthDate is null"
                        + " and p.category not in (org.mentoringroadmap.participant.ParticipantCategory.PUPIL,"
                        + " org.mentoringroadmap.participant.ParticipantCategory.STUDENT))";

        static final String GROUP = " where p.programmeId = :programmeId and p.role = :role"
                + " and (:category is null or p.category = :category) and n.anonymisedOn is null and "
                + ParticipantRepository.Where.OWN
                + " and (:age = 'ANY'"
                + " or :age = 'ADULT' and " + ADULT
                + " or :age = 'MINOR' and not " + ADULT + ")";

        static final String TAKES_PART = " and p.status not in"
                + " (org.mentoringroadmap.participant.ParticipantStatus.FINISHED,"
                + " org.mentoringroadmap.participant.ParticipantStatus.CONTINUES,"
                + " org.mentoringroadmap.participant.ParticipantStatus.LEFT)";

        static final String HAS_CONSENT = "exists (select c.id from Consent c where "
                + ParticipantRepository.Where.COUNTS
                + " and c.kind = org.mentoringroadmap.participant.ConsentKind.PROCESSING)";

        static final String MISSING =
                GROUP + TAKES_PART + " and not " + HAS_CONSENT + " and (:everyClass = true or p.classId in :classes)";

        private Where() {}
    }
}
