package org.mentoringroadmap.roadmap.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.mentoringroadmap.roadmap.Edition;
import org.mentoringroadmap.roadmap.ModelProperties;
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
                    newestDefinitions().collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getId));
            Map<String, String> decisions =
                    repository.createDecisionDefinitionQuery().latestVersion().withoutTenantId().list().stream()
                            .collect(Collectors.toMap(DecisionDefinition::getKey, DecisionDefinition::getId));
            return new Edition(parts.get(new Key(masterKey, newest), this::partsOf), decisions);
        });
    }

    @Override
    public List<HandedIn> handedIn(String target, String value, Collection<String> others) {
        return system.get(() -> Stream.concat(newestDefinitions(), deployed(others))
                .collect(Collectors.toMap(ProcessDefinition::getId, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .flatMap(definition -> handedIn(target, value, definition))
                .distinct()
                .sorted(Comparator.comparing(HandedIn::model).thenComparing(HandedIn::element))
                .toList());
    }

    private Stream<ProcessDefinition> newestDefinitions() {
        return repository.createProcessDefinitionQuery().latestVersion().withoutTenantId().list().stream();
    }

    private Stream<ProcessDefinition> deployed(Collection<String> ids) {
        return ids.isEmpty()
                ? Stream.empty()
                : repository
                        .createProcessDefinitionQuery()
                        .processDefinitionIdIn(ids.toArray(String[]::new))
                        .list()
                        .stream();
    }

    private Stream<HandedIn> handedIn(String target, String value, ProcessDefinition definition) {
        return repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(CallActivity.class).stream()
                .filter(call -> value.equals(ModelProperties.of(call).get(target))
                        || ModelProperties.handIns(call).stream()
                                .anyMatch(in -> target.equals(in.target())
                                        && in.sourceExpression() != null
                                        && value.equals(in.sourceExpression().strip())))
                .map(call -> new HandedIn(
                        name(definition.getName(), definition.getKey()),
                        ModelProperties.item(call).orElse(null),
                        name(call.getName(), call.getId())));
    }

    private static String name(String name, String id) {
        return ModelProperties.isPresent(name) ? name.strip() : id;
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
