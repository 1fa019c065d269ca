package org.mentoringroadmap.activity.evidence;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface EvidenceRepository extends JpaRepository<EvidenceEntry, Long> {
    List<EvidenceEntry> findByProgrammeIdAndRoadmapItemAndRemovedAtIsNullOrderById(
            Long programmeId, String roadmapItem);

    List<EvidenceEntry> findByProgrammeIdAndRemovedAtIsNullOrderById(Long programmeId);

    Optional<EvidenceEntry> findByIdAndRemovedAtIsNull(Long id);
}
