package org.mentoringroadmap.activity.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface EvidenceRepository extends JpaRepository<EvidenceEntry, Long> {
    List<EvidenceEntry> findByProgrammeIdAndActivityKeyAndRemovedAtIsNullOrderById(
            Long programmeId, String activityKey);

    List<EvidenceEntry> findByProgrammeIdAndRemovedAtIsNullOrderById(Long programmeId);

    Optional<EvidenceEntry> findByIdAndRemovedAtIsNull(Long id);

    @Query(
            "select distinct e.activityKey from EvidenceEntry e where e.programmeId = :programmeId and e.removedAt is null")
    Set<String> items(Long programmeId);
}
