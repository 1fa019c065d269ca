package org.mentoringroadmap.activity;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface StepRepository extends JpaRepository<StepRecord, Long> {
    @EntityGraph(attributePaths = "facts")
    List<StepRecord> findByProgrammeIdOrderByActivityKeyAscRecordedAtAscIdAsc(Long programmeId);

    @EntityGraph(attributePaths = "facts")
    List<StepRecord> findByProgrammeIdAndActivityKeyOrderByRecordedAtAscIdAsc(Long programmeId, String activityKey);

    @EntityGraph(attributePaths = "facts")
    List<StepRecord> findByInstanceIdOrderByRecordedAtAscIdAsc(String instanceId);

    @EntityGraph(attributePaths = "facts")
    Optional<StepRecord> findByInstanceIdAndStep(String instanceId, String step);

    void deleteByInstanceIdAndStep(String instanceId, String step);
}
