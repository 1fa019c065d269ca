package org.mentoringroadmap.school.substitution;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface SubstitutionRepository extends JpaRepository<Substitution, Long> {
    List<Substitution> findBySchoolIdAndEndedOnIsNullOrderByFromDayAscIdAsc(String schoolId);

    List<Substitution> findByEndedOnIsNullOrderByFromDayAscIdAsc();
}
