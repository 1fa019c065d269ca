package org.mentoringroadmap.overview.process;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.mentoringroadmap.overview.ProcessProgress;
import org.mentoringroadmap.overview.ProcessProgressReader;
import org.mentoringroadmap.overview.ProgressState;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Stage;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Component;

/** Reads the engine's history: one query for the stages of a programme and one for each stage that runs. */
@Component
class EngineProcessProgress implements ProcessProgressReader {
    /** What stands before the engine's word for an element that runs several times. */
    private static final String EACH_OF_MANY = "#";

    private final HistoryService history;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final SystemAuthority system;

    EngineProcessProgress(
            HistoryService history, RuntimeService runtime, ManagementService management, SystemAuthority system) {
        this.history = history;
        this.runtime = runtime;
        this.management = management;
        this.system = system;
    }

    @Override
    public ProcessProgress of(Long programmeId, Roadmap roadmap) {
        return system.get(() -> {
            Map<String, ProgressState> stages = new HashMap<>();
            Map<ProcessProgress.Element, ProgressState> elements = new HashMap<>();
            for (HistoricProcessInstance stage : stages(programmeId, roadmap)) {
                String processId = stage.getProcessDefinitionKey();
                if (stage.getEndTime() != null) {
                    stages.put(processId, ProgressState.CLOSED);
                } else {
                    stages.put(processId, ProgressState.OPEN);
                    activities(stage)
                            .forEach(activity -> elements.merge(
                                    new ProcessProgress.Element(processId, activity.getActivityId()),
                                    activity.getEndTime() == null ? ProgressState.OPEN : ProgressState.CLOSED,
                                    EngineProcessProgress::openWins));
                }
            }
            return new ProcessProgress(stages, elements, parts(programmeId));
        });
    }

    /** Two statements, however many activities are done in parts. */
    private Map<String, LocalDate> parts(Long programmeId) {
        String[] blocks = runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .variableValueLike(BlockVariables.TIME_DUE.name(), "2%")
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toArray(String[]::new);
        if (blocks.length == 0) {
            return Map.of();
        }
        Map<String, Map<String, String>> values = new HashMap<>();
        runtime.createVariableInstanceQuery()
                .processInstanceIdIn(blocks)
                .variableNameIn(BlockVariables.TIME_DUE.name(), BlockVariables.ROADMAP_ITEM.name())
                .list()
                .forEach(variable -> values.computeIfAbsent(variable.getProcessInstanceId(), id -> new HashMap<>())
                        .put(variable.getName(), String.valueOf(variable.getValue())));
        return values.values().stream()
                .filter(block -> block.containsKey(BlockVariables.ROADMAP_ITEM.name()))
                .collect(Collectors.toMap(
                        block -> block.get(BlockVariables.ROADMAP_ITEM.name()),
                        block -> LocalDateTime.parse(block.get(BlockVariables.TIME_DUE.name()))
                                .toLocalDate(),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    @Override
    public boolean isMoving(Collection<String> schoolIds) {
        return !schoolIds.isEmpty()
                && system.get(() -> management
                                .createJobQuery()
                                .tenantIdIn(schoolIds.toArray(String[]::new))
                                .messages()
                                .executable()
                                .count()
                        > 0);
    }

    /** A failure in a called process stands at the element that calls it too. */
    @Override
    public boolean isStopped(Long programmeId, RoadmapActivity activity) {
        return system.get(() -> runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .processDefinitionKey(activity.processId())
                .withIncident()
                .list()
                .stream()
                .flatMap(stage -> runtime.createIncidentQuery().processInstanceId(stage.getId()).list().stream())
                .map(Incident::getActivityId)
                .filter(Objects::nonNull)
                .map(at -> at.split(EACH_OF_MANY)[0])
                .anyMatch(activity.elementId()::equals));
    }

    @Override
    public long incidents() {
        return system.get(() -> runtime.createIncidentQuery().list().stream()
                .filter(incident -> incident.getId().equals(incident.getCauseIncidentId()))
                .count());
    }

    private List<HistoricProcessInstance> stages(Long programmeId, Roadmap roadmap) {
        String[] processIds = roadmap.stages().stream()
                .map(Stage::processId)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        return processIds.length == 0
                ? List.of()
                : history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(String.valueOf(programmeId))
                        .processDefinitionKeyIn(processIds)
                        .orderByProcessInstanceStartTime()
                        .asc()
                        .list();
    }

    private List<HistoricActivityInstance> activities(HistoricProcessInstance stage) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(stage.getId())
                .list();
    }

    private static ProgressState openWins(ProgressState one, ProgressState other) {
        return one == ProgressState.OPEN ? one : other;
    }
}
