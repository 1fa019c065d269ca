package org.mentoringroadmap.activity.term;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface MovedTermRepository extends JpaRepository<MovedTerm, Long> {
    Optional<MovedTerm> findFirstByProgrammeIdAndActivityKeyAndTakenBackAtIsNullOrderByIdDesc(
            Long programmeId, String activityKey);

    List<MovedTerm> findByProgrammeIdAndTakenBackAtIsNullOrderById(Long programmeId);
}
