package org.mentoringroadmap.partner;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ProgrammePartnerRepository extends JpaRepository<ProgrammePartner, ProgrammePartner.Key> {
    @Query("select x from ProgrammePartner x where x.id.programmeId = :programmeId")
    List<ProgrammePartner> ofProgramme(Long programmeId);
}
