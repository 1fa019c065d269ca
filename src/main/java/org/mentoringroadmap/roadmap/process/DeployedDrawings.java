package org.mentoringroadmap.roadmap.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.mentoringroadmap.roadmap.Edition;
import org.mentoringroadmap.roadmap.drawing.Drawing;
import org.mentoringroadmap.roadmap.drawing.DrawingReader;
import org.mentoringroadmap.roadmap.drawing.Drawings;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Component;

/** Reads drawings from the engine's definitions and remembers them; a definition never changes. */
@Component
class DeployedDrawings implements Drawings {
    private static final int REMEMBERED = 50;

    private final DrawingReader reader = new DrawingReader();
    private final Cache<String, Drawing> drawings =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final RepositoryService repository;
    private final SystemAuthority system;

    DeployedDrawings(RepositoryService repository, SystemAuthority system) {
        this.repository = repository;
        this.system = system;
    }

    @Override
    public Drawing of(String process, Edition edition) {
        return read(edition.process(process));
    }

    /** Models belong to no school. */
    @Override
    public Drawing newest(String process) {
        return read(system.get(() -> Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .withoutTenantId()
                        .singleResult())
                .map(ProcessDefinition::getId)));
    }

    private Drawing read(Optional<String> definition) {
        String id = definition.orElseThrow(() -> new NotFoundException("drawing.unknown"));
        return system.get(() -> drawings.get(id, key -> reader.read(repository.getBpmnModelInstance(key))));
    }
}
