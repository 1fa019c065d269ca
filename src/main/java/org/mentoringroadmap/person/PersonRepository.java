package org.mentoringroadmap.person;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** People of the schools. */
public interface PersonRepository extends JpaRepository<Person, Long> {
    List<Person> findBySchoolIdAndNameKey(String schoolId, String nameKey);

    List<Person> findBySchoolIdAndAnonymisedOnIsNull(String schoolId);

    List<Person> findByIdOrMergedInto(Long id, Long mergedInto);
}
