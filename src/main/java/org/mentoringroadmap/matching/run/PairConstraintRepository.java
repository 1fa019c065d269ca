package org.mentoringroadmap.matching.run;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface PairConstraintRepository extends JpaRepository<PairConstraint, Long> {
    List<PairConstraint> findByProgrammeIdAndEndedAtIsNullOrderById(Long programmeId);

    @Modifying(flushAutomatically = true)
    @Query(
            "update PairConstraint m set m.reason = null where m.menteeId in :participantIds or m.mentorId in :participantIds")
    void forget(Collection<Long> participantIds);
}
