package org.mentoringroadmap.partner;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PartnerRepository extends JpaRepository<Partner, Long> {
    /** Whether the school has another organisation of this name; {@code id} is null for a new one. */
    @Query("select count(p) > 0 from Partner p where p.schoolId = :schoolId and p.searchKey = :searchKey"
            + " and (:id is null or p.id <> :id)")
    boolean existsOther(String schoolId, String searchKey, Long id);

    /** Organisations of a school in the order of their names; of everybody, or of those that a programme works with. */
    @Query("select p from Partner p where p.schoolId = :schoolId"
            + " and (:text = '' or locate(:text, p.searchKey) > 0) and (:kind is null or p.kind = :kind)"
            + " and (:everybody = true or exists"
            + " (select x.id from ProgrammePartner x where x.id.partnerId = p.id and x.id.programmeId = :programmeId))"
            + " order by p.searchKey, p.id")
    Page<Partner> search(
            String schoolId, Long programmeId, String text, PartnerKind kind, boolean everybody, Pageable page);

    @Query("select p from Partner p where exists (select x.id from ProgrammePartner x"
            + " where x.id.partnerId = p.id and x.id.programmeId = :programmeId and x.thanked = true)"
            + " order by p.searchKey, p.id")
    List<Partner> thanked(Long programmeId);
}
