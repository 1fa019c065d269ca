package org.mentoringroadmap.activity.term;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface MovedTermRepository extends JpaRepository<MovedTerm, Long> {
    Optional<MovedTerm> findFirstByProgrammeIdAndRoadmapItemOrderByIdDesc(Long programmeId, String roadmapItem);

    List<MovedTerm> findByProgrammeIdOrderById(Long programmeId);
}
