package org.mentoringroadmap.activity.checklist;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ClassCompletionRepository extends JpaRepository<ClassCompletion, Long> {
    List<ClassCompletion> findByProgrammeIdAndActivityKey(Long programmeId, String activityKey);

    List<ClassCompletion> findByProgrammeIdInAndActivityKeyIn(
            Collection<Long> programmeIds, Collection<String> activityKeys);

    Optional<ClassCompletion> findByProgrammeIdAndActivityKeyAndClassId(
            Long programmeId, String activityKey, Long classId);
}
