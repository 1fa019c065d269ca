package org.mentoringroadmap.participant;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CardViewRepository extends JpaRepository<CardView, Long> {
    List<CardView> findByParticipantIdOrderByIdDesc(Long participantId, Pageable page);

    List<CardView> findByParticipantIdOrderById(Long participantId);
}

/** Topics without the participants' entities. */
interface TopicQueries extends Repository<Participant, Long> {
    /** Whose topic it is, and what is shown. */
    record Line(Long participantId, String wording) {}

    @Query("select new org.mentoringroadmap.participant.TopicQueries$Line(p.id, t.wording) from Participant p"
            + " join p.topics t where p.id in :ids and t.kind in :kinds order by t.topicKey")
    List<Line> of(Collection<Long> ids, Collection<TopicKind> kinds);

    /** Wordings of a programme, the most frequent first. */
    @Query("select min(t.wording) from Participant p join p.topics t where p.programmeId = :programmeId"
            + " and t.kind in :kinds group by t.topicKey order by count(p) desc, t.topicKey")
    List<String> frequent(Long programmeId, Collection<TopicKind> kinds, Pageable page);
}

interface PsychologistNoteRepository extends JpaRepository<PsychologistNote, Long> {
    List<PsychologistNote> findByParticipantIdOrderByHeldOnDescIdDesc(Long participantId);

    @Query(
            value = "select n from PsychologistNote n join fetch n.participant p join fetch p.person h"
                    + " where p.programmeId = :programmeId and (:text = '' or locate(:text, h.nameKey) > 0)"
                    + " order by n.heldOn desc, n.id desc",
            countQuery = "select count(n) from PsychologistNote n join n.participant p join p.person h"
                    + " where p.programmeId = :programmeId and (:text = '' or locate(:text, h.nameKey) > 0)")
    Page<PsychologistNote> page(Long programmeId, String text, Pageable page);
}

interface PersonMergeRepository extends JpaRepository<PersonMerge, Long> {
    @Query("select m from PersonMerge m join fetch m.kept k join fetch m.taken where k.schoolId = :schoolId"
            + " order by m.id desc")
    List<PersonMerge> latest(String schoolId, Pageable page);

    /** Whether somebody was merged since with what this merge has moved. */
    boolean existsByKeptIdAndIdGreaterThanAndUndoneAtIsNull(Long keptId, Long id);
}

/** People to be compared and merged. */
interface PersonQueries extends Repository<Person, Long> {
    @Query("select new org.mentoringroadmap.participant.Lookalikes$Known(p.id, p.nameKey, p.birthDate) from Person p"
            + " where p.schoolId = :schoolId and p.mergedInto is null and p.anonymisedOn is null order by p.id")
    List<Lookalikes.Known> known(String schoolId);

    /** Those who could resemble one: with the same birthday or one that is not known, or the same name. */
    @Query("select new org.mentoringroadmap.participant.Lookalikes$Known(p.id, p.nameKey, p.birthDate) from Person p"
            + " where p.schoolId = :schoolId and p.mergedInto is null and p.anonymisedOn is null and p.id <> :id"
            + " and (p.nameKey = :nameKey or :anyBirthday = true or p.birthDate is null or p.birthDate = :birthDate)"
            + " order by p.id")
    List<Lookalikes.Known> near(String schoolId, Long id, String nameKey, boolean anyBirthday, LocalDate birthDate);

    List<Person> findByIdIn(Collection<Long> ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.id in :ids order by p.id")
    List<Person> lock(Collection<Long> ids);
}
