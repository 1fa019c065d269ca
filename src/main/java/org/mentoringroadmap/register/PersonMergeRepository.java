package org.mentoringroadmap.register;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PersonMergeRepository extends JpaRepository<PersonMerge, Long> {
    @Query("select m from PersonMerge m join fetch m.kept k join fetch m.taken where k.schoolId = :schoolId"
            + " order by m.id desc")
    List<PersonMerge> latest(String schoolId, Pageable page);

    /** Whether somebody was merged since with what this merge has moved. */
    boolean existsByKeptIdAndIdGreaterThanAndUndoneAtIsNull(Long keptId, Long id);
}
