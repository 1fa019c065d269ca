package org.mentoringroadmap.activity;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface ActivityRecordRepository extends JpaRepository<ActivityRecord, Long> {
    Optional<ActivityRecord> findByProgrammeIdAndActivityKey(Long programmeId, String activityKey);

    List<ActivityRecord> findByProgrammeIdOrderByActivityKey(Long programmeId);

    /** What this account has recorded since a moment, the newest first. */
    List<ActivityRecord> findByRecordedByAndRecordedAtGreaterThanEqualOrderByRecordedAtDescIdDesc(
            String login, LocalDateTime since, Limit limit);
}
