package org.mentoringroadmap.programme;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SchoolRepository extends JpaRepository<School, String> {}

interface StaffRepository extends JpaRepository<StaffMember, Long> {
    List<StaffMember> findBySchoolIdOrderByFullName(String schoolId);

    Optional<StaffMember> findByAccount(String account);

    @Query("select distinct s from StaffMember s join s.roles r where s.schoolId = :schoolId and r = :role"
            + " order by s.fullName")
    List<StaffMember> holders(String schoolId, Role role);

    @Query("select count(s) > 0 from StaffMember s join s.roles r where s.schoolId = :schoolId and r = :role"
            + " and s.account is not null")
    boolean hasAccountIn(String schoolId, Role role);
}

interface SchoolClassRepository extends JpaRepository<SchoolClass, Long> {
    List<SchoolClass> findBySchoolId(String schoolId);

    Optional<SchoolClass> findBySchoolIdAndName(String schoolId, String name);
}

interface ProgrammeRepository extends JpaRepository<Programme, Long> {
    boolean existsBySchoolIdAndSchoolYearAndRoadmap(String schoolId, String schoolYear, String roadmap);

    List<Programme> findBySchoolIdInOrderBySchoolYearDescIdDesc(List<String> schoolIds);
}
