package org.mentoringroadmap.consent;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * People of a programme class by class, each once in a class, whoever is mentee and mentor too. A class of 0
 * stands for none.
 */
interface ConsentListRepository extends Repository<Participant, Long> {
    /**
     * Who takes part or has finished, and is not anonymised; the first of two participations in the same class. The first
     * ones are found in one go: a question asked anew for each participant is only quick where the database has counted
     * before, which it does late in a small school.
     */
    String ONCE =
            " where p.programmeId = :programmeId and n.anonymisedOn is null and " + ParticipantRepository.Where.OWN
                    + " and p.status <> org.mentoringroadmap.participant.ParticipantStatus.LEFT"
                    + " and p.id in (select min(o.id) from Participant o where o.programmeId = :programmeId"
                    + " and o.status <> org.mentoringroadmap.participant.ParticipantStatus.LEFT"
                    + " group by o.person.id, coalesce(o.classId, 0))";

    /** Those who take part and have no such consent. */
    String LACKING = " from Participant p join p.person n where p.programmeId = :programmeId"
            + " and n.anonymisedOn is null and " + ParticipantRepository.Where.OWN
            + " and p.status not in (org.mentoringroadmap.participant.ParticipantStatus.FINISHED,"
            + " org.mentoringroadmap.participant.ParticipantStatus.CONTINUES,"
            + " org.mentoringroadmap.participant.ParticipantStatus.LEFT)"
            + " and (:everyClass = true or p.classId in :classes)"
            + " and not exists (select c.id from Consent c where " + ParticipantRepository.Where.COUNTS
            + " and c.kind = org.mentoringroadmap.participant.ConsentKind.PROCESSING)";

    @Query(
            value = "select p from Participant p join fetch p.person n" + ONCE
                    + " and coalesce(p.classId, 0) = :classKey order by n.nameKey, p.id",
            countQuery = "select count(p) from Participant p join p.person n" + ONCE
                    + " and coalesce(p.classId, 0) = :classKey")
    Page<Participant> find(Long programmeId, long classKey, Pageable page);

    /**
     * Who takes part and lacks a consent to processing that lasts until the programme needs it; each person once, whatever
     * roles he or she has.
     *
     * @param until last day that the programme needs a consent for
     * @param everyClass whether people of all classes are meant, and not only of {@code classes}
     */
    @Query(
            value = "select q from Participant q join fetch q.person m where q.id in (select min(p.id)" + LACKING
                    + " group by n.id) order by m.nameKey, q.id",
            countQuery = "select count(distinct n.id)" + LACKING)
    Page<Participant> lacking(
            Long programmeId, LocalDate until, boolean everyClass, Collection<Long> classes, Pageable page);

    /** How many people {@link #lacking} finds in all classes. */
    @Query("select count(distinct n.id)" + LACKING)
    long countLacking(Long programmeId, LocalDate until, boolean everyClass, Collection<Long> classes);

    /** Class and number of people. */
    @Query("select coalesce(p.classId, 0), count(p) from Participant p join p.person n" + ONCE
            + " group by coalesce(p.classId, 0)")
    List<Object[]> count(Long programmeId);

    /**
     * Class, kind and number of people who have a consent of it that counts in the programme, in each role that they have
     * in it.
     *
     * @param until last day that the programme needs a consent for
     */
    @Query(nativeQuery = true, value = """
        select one.class_key, one.kind, count(*)
        from (select distinct g.person_id, g.class_key, g.kind
              from (select p.person_id, c.kind, coalesce(p.class_id, 0) as class_key,
                           max(case when p.role = 'MENTEE' then 1 else 0 end)
                             over (partition by p.person_id, c.kind) as is_mentee,
                           max(case when p.role = 'MENTOR' then 1 else 0 end)
                             over (partition by p.person_id, c.kind) as is_mentor,
                           max(case when c.as_mentee then 1 else 0 end)
                             over (partition by p.person_id, c.kind) as as_mentee,
                           max(case when c.as_mentor then 1 else 0 end)
                             over (partition by p.person_id, c.kind) as as_mentor
                    from participant p
                    join person n on n.id = p.person_id
                    join consent c on c.person_id = p.person_id
                    where p.programme_id = :programmeId and p.status <> 'LEFT' and n.anonymised_on is null
                      and n.merged_into is null and
        """ + ParticipantRepository.Where.COUNTS_SQL + """
              ) g
              where g.as_mentee >= g.is_mentee and g.as_mentor >= g.is_mentor) one
        group by one.class_key, one.kind
        """)
    List<Object[]> countHaving(Long programmeId, LocalDate until);

    /** What these people are in the programme, mentee before mentor. */
    @Query("select p from Participant p join fetch p.person n where p.programmeId = :programmeId and n.id in :people"
            + " and p.status <> org.mentoringroadmap.participant.ParticipantStatus.LEFT order by p.role, p.id")
    List<Participant> participations(Long programmeId, Collection<Long> people);

    /** Who still takes part and was born within one of the two ranges. */
    @Query("select p from Participant p join fetch p.person n" + ONCE
            + " and p.status not in (org.mentoringroadmap.participant.ParticipantStatus.FINISHED,"
            + " org.mentoringroadmap.participant.ParticipantStatus.CONTINUES)"
            + " and (n.birthDate between :fromOne and :toOne or n.birthDate between :fromTwo and :toTwo)"
            + " order by n.nameKey, p.id")
    List<Participant> born(Long programmeId, LocalDate fromOne, LocalDate toOne, LocalDate fromTwo, LocalDate toTwo);

    /** These people of a programme who still take part. */
    @Query("select p from Participant p join fetch p.person n" + ONCE
            + " and p.status not in (org.mentoringroadmap.participant.ParticipantStatus.FINISHED,"
            + " org.mentoringroadmap.participant.ParticipantStatus.CONTINUES)"
            + " and n.id in :people order by n.nameKey, p.id")
    List<Participant> ofPeople(Long programmeId, Collection<Long> people);
}
