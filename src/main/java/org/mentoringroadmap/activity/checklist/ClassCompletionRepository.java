package org.mentoringroadmap.activity.checklist;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ClassCompletionRepository extends JpaRepository<ClassCompletion, Long> {
    List<ClassCompletion> findByProgrammeIdAndActivityKey(Long programmeId, String activityKey);

    List<ClassCompletion> findByProgrammeIdInAndActivityKeyIn(
            Collection<Long> programmeIds, Collection<String> activityKeys);

    @Query("select distinct c.activityKey from ClassCompletion c where c.programmeId = :programmeId")
    Set<String> activities(Long programmeId);

    Optional<ClassCompletion> findByProgrammeIdAndActivityKeyAndClassId(
            Long programmeId, String activityKey, Long classId);
}
