package org.mentoringroadmap.activity;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ActivityRecordRepository extends JpaRepository<ActivityRecord, Long> {
    Optional<ActivityRecord> findByProgrammeIdAndRoadmapItem(Long programmeId, String roadmapItem);

    List<ActivityRecord> findByProgrammeIdOrderByRoadmapItem(Long programmeId);
}
