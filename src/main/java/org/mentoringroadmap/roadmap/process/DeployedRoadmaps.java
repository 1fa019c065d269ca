package org.mentoringroadmap.roadmap.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.mentoringroadmap.roadmap.Edition;
import org.mentoringroadmap.roadmap.ModelReferences;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapReader;
import org.mentoringroadmap.roadmap.Roadmaps;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Component;

/** Reads roadmaps from the engine's definitions and remembers them; a definition never changes. */
@Component
class DeployedRoadmaps implements Roadmaps {
    private static final int REMEMBERED = 20;

    private record Key(String masterKey, Map<String, String> processes) {}

    private final RoadmapReader reader = new RoadmapReader();
    private final Cache<Key, Roadmap> roadmaps =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<Key, Map<String, String>> parts =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final RepositoryService repository;
    private final SystemAuthority system;

    DeployedRoadmaps(RepositoryService repository, SystemAuthority system) {
        this.repository = repository;
        this.system = system;
    }

    @Override
    public Roadmap get(String masterKey, Edition edition) {
        return system.get(() -> roadmaps.get(new Key(masterKey, edition.processes()), key -> read(masterKey, edition)));
    }

    private Roadmap read(String masterKey, Edition edition) {
        String master = edition.process(masterKey).orElseThrow(() -> new NotFoundException("roadmap.unknown"));
        try {
            return reader.read(
                    repository.getBpmnModelInstance(master),
                    key -> edition.process(key).map(repository::getBpmnModelInstance));
        } catch (ProcessEngineException taken) { // somebody has taken a model away
            throw new NotFoundException("roadmap.unknown");
        }
    }

    /** Models belong to no school. */
    @Override
    public Edition newest(String masterKey) {
        return system.get(() -> {
            Map<String, String> newest =
                    repository.createProcessDefinitionQuery().latestVersion().withoutTenantId().list().stream()
                            .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getId));
            Map<String, String> decisions =
                    repository.createDecisionDefinitionQuery().latestVersion().withoutTenantId().list().stream()
                            .collect(Collectors.toMap(DecisionDefinition::getKey, DecisionDefinition::getId));
            return new Edition(parts.get(new Key(masterKey, newest), this::partsOf), decisions);
        });
    }

    private Map<String, String> partsOf(Key newest) {
        Map<String, String> parts = new HashMap<>();
        if (!newest.processes().containsKey(newest.masterKey())) {
            return parts;
        }
        Deque<String> open = new ArrayDeque<>(Set.of(newest.masterKey()));
        newest.processes().forEach((key, definition) -> {
            if (ModelReferences.startsByMessage(repository.getBpmnModelInstance(definition))) {
                open.add(key);
            }
        });
        while (!open.isEmpty()) {
            String key = open.remove();
            String definition = newest.processes().get(key);
            if (definition != null && parts.put(key, definition) == null) {
                ModelReferences.called(repository.getBpmnModelInstance(definition))
                        .forEach(open::add);
            }
        }
        return parts;
    }
}
