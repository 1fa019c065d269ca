package org.mentoringroadmap.programme;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface FormerModelRepository extends Repository<FormerModel, Long> {
    List<FormerModel> saveAll(Iterable<FormerModel> models);

    List<FormerModel> findByProgrammeIdOrderByEditionDesc(Long programmeId);

    boolean existsByDefinitionIdIn(Collection<String> definitionIds);
}
