package org.mentoringroadmap.participant;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The story of participants. */
public interface StatusChangeRepository extends JpaRepository<StatusChange, Long> {
    List<StatusChange> findByParticipantIdOrderById(Long participantId);

    @Query("select distinct c.participantId from StatusChange c where c.participantId in :ids and c.status = :status")
    Set<Long> everStood(Collection<Long> ids, ParticipantStatus status);
}
