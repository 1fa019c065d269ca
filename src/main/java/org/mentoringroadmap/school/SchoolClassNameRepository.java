package org.mentoringroadmap.school;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Earlier names of classes. */
interface SchoolClassNameRepository extends Repository<SchoolClassName, Long> {
    SchoolClassName save(SchoolClassName name);

    /** The names that classes of a school had up to this year or longer, the earliest last year first. */
    @Query("select n from SchoolClassName n, SchoolClass c where c.id = n.classId and c.schoolId = :schoolId"
            + " and n.lastYear >= :year order by n.lastYear")
    List<SchoolClassName> since(String schoolId, int year);

    /** How many classes of a school had a name up to this very year. */
    @Query("select count(n) from SchoolClassName n, SchoolClass c where c.id = n.classId and c.schoolId = :schoolId"
            + " and n.lastYear = :year")
    long countUntil(String schoolId, int year);
}
