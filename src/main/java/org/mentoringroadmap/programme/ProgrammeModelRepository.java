package org.mentoringroadmap.programme;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.programme.ProgrammeModel.Kind;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ProgrammeModelRepository extends JpaRepository<ProgrammeModel, Long> {
    List<ProgrammeModel> findByProgrammeId(Long programmeId);

    Optional<ProgrammeModel> findByProgrammeIdAndKindAndModel(Long programmeId, Kind kind, String model);

    @Modifying
    @Query("delete from ProgrammeModel model where model.programmeId = ?1")
    void deleteByProgrammeId(Long programmeId);

    boolean existsByDefinitionIdIn(Collection<String> definitionIds);

    @Query("select distinct model.definitionId from ProgrammeModel model, Programme programme"
            + " where programme.id = model.programmeId and programme.state = :state and model.kind = :kind")
    List<String> definitions(Programme.State state, Kind kind);

    @Query("select programme from Programme programme where not exists"
            + " (select 1 from ProgrammeModel model where model.programmeId = programme.id)")
    List<Programme> programmesWithout();
}
