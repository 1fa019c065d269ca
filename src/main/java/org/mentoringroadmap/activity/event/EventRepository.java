package org.mentoringroadmap.activity.event;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface EventRepository extends JpaRepository<Event, Long> {
    Optional<Event> findByInstanceId(String instanceId);

    Optional<Event> findFirstByProgrammeIdAndActivityKeyOrderByIdDesc(Long programmeId, String activityKey);

    List<Event> findByProgrammeIdOrderByPlannedForAscIdAsc(Long programmeId);
}
