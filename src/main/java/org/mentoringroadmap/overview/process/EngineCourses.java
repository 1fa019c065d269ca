package org.mentoringroadmap.overview.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.mentoringroadmap.overview.Course;
import org.mentoringroadmap.overview.Courses;
import org.mentoringroadmap.overview.ProgressState;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.Stage;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Component;

/** Reads the engine's history: one query for the stages of a programme and one for each stage that runs. */
@Component
class EngineCourses implements Courses {
    private final HistoryService history;
    private final RuntimeService runtime;
    private final SystemAuthority system;

    EngineCourses(HistoryService history, RuntimeService runtime, SystemAuthority system) {
        this.history = history;
        this.runtime = runtime;
        this.system = system;
    }

    @Override
    public Course of(Long programmeId, Roadmap roadmap) {
        return system.get(() -> {
            Map<String, ProgressState> stages = new HashMap<>();
            Map<Course.Element, ProgressState> elements = new HashMap<>();
            for (HistoricProcessInstance stage : stages(programmeId, roadmap)) {
                String processId = stage.getProcessDefinitionKey();
                if (stage.getEndTime() != null) {
                    stages.put(processId, ProgressState.CLOSED);
                } else {
                    stages.put(processId, ProgressState.OPEN);
                    activities(stage)
                            .forEach(activity -> elements.merge(
                                    new Course.Element(processId, activity.getActivityId()),
                                    activity.getEndTime() == null ? ProgressState.OPEN : ProgressState.CLOSED,
                                    EngineCourses::openWins));
                }
            }
            return new Course(stages, elements);
        });
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
