package org.mentoringroadmap.activity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface ActivityRecordRepository extends JpaRepository<ActivityRecord, Long> {
    Optional<ActivityRecord> findByProgrammeIdAndRoadmapItem(Long programmeId, String roadmapItem);

    List<ActivityRecord> findByProgrammeIdOrderByRoadmapItem(Long programmeId);
}

interface MovedTermRepository extends JpaRepository<MovedTerm, Long> {
    Optional<MovedTerm> findFirstByProgrammeIdAndRoadmapItemOrderByIdDesc(Long programmeId, String roadmapItem);

    List<MovedTerm> findByProgrammeIdOrderById(Long programmeId);
}

interface StepRepository extends JpaRepository<StepRecord, Long> {
    @EntityGraph(attributePaths = "facts")
    List<StepRecord> findByProgrammeIdOrderByRoadmapItemAscRecordedAtAscIdAsc(Long programmeId);

    @EntityGraph(attributePaths = "facts")
    List<StepRecord> findByProgrammeIdAndRoadmapItemOrderByRecordedAtAscIdAsc(Long programmeId, String roadmapItem);

    @EntityGraph(attributePaths = "facts")
    List<StepRecord> findByInstanceIdOrderByRecordedAtAscIdAsc(String instanceId);

    @EntityGraph(attributePaths = "facts")
    Optional<StepRecord> findByInstanceIdAndStep(String instanceId, String step);
}

interface EvidenceRepository extends JpaRepository<EvidenceEntry, Long> {
    List<EvidenceEntry> findByProgrammeIdAndRoadmapItemAndRemovedAtIsNullOrderById(
            Long programmeId, String roadmapItem);

    List<EvidenceEntry> findByProgrammeIdAndRemovedAtIsNullOrderById(Long programmeId);

    Optional<EvidenceEntry> findByIdAndRemovedAtIsNull(Long id);
}

interface EventRepository extends JpaRepository<Event, Long> {
    Optional<Event> findByInstanceId(String instanceId);

    List<Event> findByProgrammeIdOrderByPlannedForAscIdAsc(Long programmeId);
}

interface ClassTickRepository extends JpaRepository<ClassTick, Long> {
    List<ClassTick> findByProgrammeIdAndRoadmapItem(Long programmeId, String roadmapItem);

    List<ClassTick> findByProgrammeIdInAndRoadmapItemIn(Collection<Long> programmeIds, Collection<String> roadmapItems);

    Optional<ClassTick> findByProgrammeIdAndRoadmapItemAndClassId(Long programmeId, String roadmapItem, Long classId);
}

interface ChosenFormRepository extends JpaRepository<ChosenForm, Long> {
    List<ChosenForm> findByProgrammeId(Long programmeId);
}
