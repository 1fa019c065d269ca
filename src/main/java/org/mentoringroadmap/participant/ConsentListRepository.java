package org.mentoringroadmap.participant;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * People of a programme class by class, each once in a class: who is mentee and mentor signs one paper. A class of 0
 * stands for none.
 */
interface ConsentListRepository extends Repository<Participant, Long> {
    /** Who takes part or has finished, and is not anonymised; the first of two participations in the same class. */
    String ONCE = " where p.programmeId = :programmeId and n.anonymisedOn is null"
            + " and p.status <> org.mentoringroadmap.participant.ParticipantStatus.LEFT"
            + " and not exists (select o.id from Participant o where o.programmeId = p.programmeId"
            + " and o.person = p.person and o.id < p.id and coalesce(o.classId, 0) = coalesce(p.classId, 0)"
            + " and o.status <> org.mentoringroadmap.participant.ParticipantStatus.LEFT)";

    @Query(
            value = "select p from Participant p join fetch p.person n" + ONCE
                    + " and coalesce(p.classId, 0) = :classKey order by n.nameKey, p.id",
            countQuery = "select count(p) from Participant p join p.person n" + ONCE
                    + " and coalesce(p.classId, 0) = :classKey")
    Page<Participant> find(Long programmeId, long classKey, Pageable page);

    /** Class and number of people. */
    @Query("select coalesce(p.classId, 0), count(p) from Participant p join p.person n" + ONCE
            + " group by coalesce(p.classId, 0)")
    List<Object[]> count(Long programmeId);

    /** Class, kind and number of people who have a valid consent of it, in each role that they have in the programme. */
    @Query("select coalesce(p.classId, 0), c.kind, count(distinct n.id) from Participant p join p.person n"
            + " join Consent c on c.personId = n.id and c.withdrawnOn is null and c.validUntil >= :day" + ONCE
            + " and not exists (select o.id from Participant o where o.programmeId = p.programmeId"
            + " and o.person = p.person and o.status <> org.mentoringroadmap.participant.ParticipantStatus.LEFT"
            + " and not exists (select x.id from Consent x where x.personId = n.id and x.kind = c.kind"
            + " and x.withdrawnOn is null and x.validUntil >= :day and (x.asMentee = true"
            + " and o.role = org.mentoringroadmap.participant.ParticipantRole.MENTEE or x.asMentor = true"
            + " and o.role = org.mentoringroadmap.participant.ParticipantRole.MENTOR)))"
            + " group by coalesce(p.classId, 0), c.kind")
    List<Object[]> countHaving(Long programmeId, LocalDate day);

    /** Person and role of these people in the programme. */
    @Query("select p.person.id, p.role from Participant p where p.programmeId = :programmeId"
            + " and p.person.id in :people and p.status <> org.mentoringroadmap.participant.ParticipantStatus.LEFT")
    List<Object[]> roles(Long programmeId, Collection<Long> people);

    /** Who still takes part and was born within one of the two ranges. */
    @Query("select p from Participant p join fetch p.person n" + ONCE
            + " and p.status <> org.mentoringroadmap.participant.ParticipantStatus.FINISHED"
            + " and (n.birthDate between :fromOne and :toOne or n.birthDate between :fromTwo and :toTwo)"
            + " order by n.nameKey, p.id")
    List<Participant> born(Long programmeId, LocalDate fromOne, LocalDate toOne, LocalDate fromTwo, LocalDate toTwo);

    /** These people of a programme who still take part. */
    @Query("select p from Participant p join fetch p.person n" + ONCE
            + " and p.status <> org.mentoringroadmap.participant.ParticipantStatus.FINISHED"
            + " and n.id in :people order by n.nameKey, p.id")
    List<Participant> ofPeople(Long programmeId, Collection<Long> people);
}
