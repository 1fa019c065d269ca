package org.mentoringroadmap.programme;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ProgrammeRepository extends JpaRepository<Programme, Long> {
    boolean existsBySchoolIdAndSchoolYearAndRoadmap(String schoolId, String schoolYear, String roadmap);

    List<Programme> findBySchoolIdInOrderBySchoolYearDescIdDesc(List<String> schoolIds);
}
