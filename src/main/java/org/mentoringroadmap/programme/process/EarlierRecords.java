package org.mentoringroadmap.programme.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.Edition;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.RoadmapReader;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives what earlier releases recorded under the number of an activity the key of that activity. A number that the
 * programme's edition does not have is looked for in earlier versions of its models: the activity was taken out since.
 */
@Component
class EarlierRecords {
    private static final List<String> TABLES = List.of(
            "activity_outcome",
            "activity_evidence",
            "activity_event",
            "class_tick",
            "activity_step",
            "activity_term",
            "activity_correction",
            "register_hold",
            "document");

    private record Numbered(Long programmeId, String item) {}

    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final Editions editions;
    private final ActivityKeys keys;
    private final RepositoryService repository;
    private final SystemAuthority system;
    private final RoadmapReader reader = new RoadmapReader();

    EarlierRecords(
            JdbcClient jdbc,
            Programmes programmes,
            Editions editions,
            ActivityKeys keys,
            RepositoryService repository,
            SystemAuthority system) {
        this.jdbc = jdbc;
        this.programmes = programmes;
        this.editions = editions;
        this.keys = keys;
        this.repository = repository;
        this.system = system;
    }

    /** After the programmes of earlier releases have their editions. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(12)
    @Transactional
    public void giveKeys() {
        Map<Numbered, Optional<String>> found = new HashMap<>();
        for (String table : TABLES) {
            for (Numbered numbered : numbered(table)) {
                found.computeIfAbsent(numbered, this::key)
                        .ifPresent(key -> jdbc.sql("update " + table
                                        + " set activity_key = ? where programme_id = ? and activity_key = ?")
                                .params(key, numbered.programmeId(), numbered.item())
                                .update());
            }
        }
    }

    private List<Numbered> numbered(String table) {
        return jdbc.sql("select distinct programme_id, activity_key from " + table
                        + " where activity_key not like '%/%'")
                .query((row, number) -> new Numbered(row.getLong(1), row.getString(2)))
                .list();
    }

    private Optional<String> key(Numbered numbered) {
        String key = keys.key(numbered.programmeId(), numbered.item());
        return key.equals(numbered.item()) ? takenOut(numbered) : Optional.of(key);
    }

    private Optional<String> takenOut(Numbered numbered) {
        Programme programme = programmes.get(numbered.programmeId());
        Edition own = editions.of(programme);
        return editions.roadmapIfAny(programme).stream()
                .flatMap(roadmap -> roadmap.processes())
                .flatMap(process -> versions(process).stream())
                .flatMap(version -> activities(version).stream()
                        .filter(activity -> activity.item().equals(numbered.item()))
                        .peek(activity -> remember(programme, own, version)))
                .map(RoadmapActivity::key)
                .findFirst();
    }

    private void remember(Programme programme, Edition own, ProcessDefinition version) {
        Map<String, String> processes = new HashMap<>(own.processes());
        processes.put(version.getKey(), version.getId());
        editions.remember(programme, new Edition(processes, Map.of()));
    }

    private List<ProcessDefinition> versions(String process) {
        return system.get(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .withoutTenantId()
                .orderByProcessDefinitionVersion()
                .desc()
                .list());
    }

    private List<RoadmapActivity> activities(ProcessDefinition version) {
        return system.get(() -> reader.activities(repository.getBpmnModelInstance(version.getId())));
    }
}
