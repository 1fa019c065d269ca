package org.mentoringroadmap.school;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StaffRepository extends JpaRepository<StaffMember, Long> {
    List<StaffMember> findBySchoolIdOrderByFullName(String schoolId);

    Optional<StaffMember> findByAccount(String account);

    @Query("select distinct s from StaffMember s join s.roles r where s.schoolId = :schoolId and r = :role"
            + " order by s.fullName")
    List<StaffMember> holders(String schoolId, Role role);

    @Query("select count(s) > 0 from StaffMember s join s.roles r where s.schoolId = :schoolId and r = :role"
            + " and s.account is not null")
    boolean hasAccountIn(String schoolId, Role role);

    @Query("select r from StaffMember s join s.roles r where s.account = :account")
    Set<Role> rolesOf(String account);

    @Query("select r from StaffMember s join s.ownRoles r where s.account = :account")
    Set<String> ownRolesOf(String account);

    @Query("select distinct s from StaffMember s join s.ownRoles r where s.schoolId = :schoolId and r = :role"
            + " order by s.fullName")
    List<StaffMember> holdersOfOwn(String schoolId, String role);
}
