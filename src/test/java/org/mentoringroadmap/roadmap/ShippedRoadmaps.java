package org.mentoringroadmap.roadmap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The roadmaps that come with the product, read from their files without an engine. */
public final class ShippedRoadmaps {
    /** Their ids. */
    public static final List<String> IDS =
            List.of("target-model", "pupil-to-pupil", "target-model-rollout", "teacher-mentoring", "young-teachers");

    private static final Map<String, BpmnModelInstance> MODELS = models();

    private static final Map<String, Roadmap> READ = new ConcurrentHashMap<>();

    private ShippedRoadmaps() {}

    /** One of them. */
    public static Roadmap get(String id) {
        return READ.computeIfAbsent(
                id, key -> new RoadmapReader().read(MODELS.get(key), other -> Optional.ofNullable(MODELS.get(other))));
    }

    private static Map<String, BpmnModelInstance> models() {
        Map<String, BpmnModelInstance> models = new HashMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:/processes/**/*.bpmn")) {
                try (InputStream content = file.getInputStream()) {
                    BpmnModelInstance model = Bpmn.readModelFromStream(content);
                    model.getModelElementsByType(Process.class).forEach(process -> models.put(process.getId(), model));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return models;
    }
}
