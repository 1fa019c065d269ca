package org.mentoringroadmap.register;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PsychologistNoteRepository extends JpaRepository<PsychologistNote, Long> {
    List<PsychologistNote> findByParticipantIdOrderByHeldOnDescIdDesc(Long participantId);

    long countByParticipantPersonId(Long personId);

    @Query(
            value = "select n from PsychologistNote n join fetch n.participant p join fetch p.person h"
                    + " where p.programmeId = :programmeId and (:text = '' or locate(:text, h.nameKey) > 0)"
                    + " order by n.heldOn desc, n.id desc",
            countQuery = "select count(n) from PsychologistNote n join n.participant p join p.person h"
                    + " where p.programmeId = :programmeId and (:text = '' or locate(:text, h.nameKey) > 0)")
    Page<PsychologistNote> page(Long programmeId, String text, Pageable page);
}
