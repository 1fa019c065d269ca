package org.mentoringroadmap.roadmap.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapReader;
import org.mentoringroadmap.roadmap.Roadmaps;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Component;

/** Reads roadmaps from the engine's newest definitions and remembers them for as long as these stay the newest. */
@Component
class DeployedRoadmaps implements Roadmaps {
    private static final int REMEMBERED = 20;

    private record Edition(String masterKey, Map<String, String> newestDefinitions) {}

    private final RoadmapReader reader = new RoadmapReader();
    private final Cache<Edition, Roadmap> read =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final RepositoryService repository;
    private final SystemAuthority system;

    DeployedRoadmaps(RepositoryService repository, SystemAuthority system) {
        this.repository = repository;
        this.system = system;
    }

    @Override
    public Roadmap get(String masterKey) {
        return system.get(() -> read.get(new Edition(masterKey, newestDefinitions()), this::read));
    }

    private Roadmap read(Edition edition) {
        Map<String, String> definitions = edition.newestDefinitions();
        if (!definitions.containsKey(edition.masterKey())) {
            throw new NotFoundException("roadmap.unknown");
        }
        return reader.read(
                repository.getBpmnModelInstance(definitions.get(edition.masterKey())),
                key -> Optional.ofNullable(definitions.get(key)).map(repository::getBpmnModelInstance));
    }

    /** Process id → id of its newest definition; models belong to no school. */
    private Map<String, String> newestDefinitions() {
        return repository.createProcessDefinitionQuery().latestVersion().withoutTenantId().list().stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getId));
    }
}
