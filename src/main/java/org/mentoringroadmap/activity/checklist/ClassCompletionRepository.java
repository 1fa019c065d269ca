package org.mentoringroadmap.activity.checklist;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ClassCompletionRepository extends JpaRepository<ClassCompletion, Long> {
    List<ClassCompletion> findByProgrammeIdAndRoadmapItem(Long programmeId, String roadmapItem);

    List<ClassCompletion> findByProgrammeIdInAndRoadmapItemIn(
            Collection<Long> programmeIds, Collection<String> roadmapItems);

    Optional<ClassCompletion> findByProgrammeIdAndRoadmapItemAndClassId(
            Long programmeId, String roadmapItem, Long classId);
}
