package org.mentoringroadmap.programme.process;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.mentoringroadmap.programme.ProgrammeProcess;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.ModelReferences;
import org.mentoringroadmap.shared.SystemAuthority;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts roadmaps in the engine with the rights of the acting account. */
@Component
class ProgrammeProcessAdapter implements ProgrammeProcess {
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final HistoryService history;
    private final SystemAuthority system;
    private final Programmes programmes;

    ProgrammeProcessAdapter(
            RuntimeService runtime,
            RepositoryService repository,
            HistoryService history,
            SystemAuthority system,
            Programmes programmes) {
        this.runtime = runtime;
        this.repository = repository;
        this.history = history;
        this.system = system;
        this.programmes = programmes;
    }

    @Override
    @Transactional
    public Long start(String roadmap, String schoolId, String schoolYear) {
        if (!roadmaps().containsKey(roadmap)) {
            throw new UserInputException("programme.roadmap");
        }
        return Long.valueOf(runtime.createProcessInstanceByKey(roadmap)
                .setVariable(ProgrammeVariables.SCHOOL_YEAR.name(), schoolYear)
                .setVariable(SchoolTenants.SCHOOL_ID.name(), programmes.schoolToStartIn(schoolId))
                .execute()
                .getBusinessKey());
    }

    @Override
    public Set<String> begun(Long programmeId) {
        return system.get(
                () -> history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(String.valueOf(programmeId))
                        .list()
                        .stream()
                        .map(HistoricProcessInstance::getProcessDefinitionKey)
                        .collect(Collectors.toSet()));
    }

    @Override
    public Map<String, String> roadmaps() {
        Map<String, String> titles = new LinkedHashMap<>();
        repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .startableInTasklist()
                .active()
                .orderByProcessDefinitionName()
                .asc()
                .list()
                .stream()
                .filter(definition -> ModelReferences.isRoadmap(repository.getBpmnModelInstance(definition.getId())))
                .forEach(definition -> titles.put(definition.getKey(), definition.getName()));
        return titles;
    }

    @Override
    public Map<String, String> titles() {
        return system.get(() -> {
            Map<String, String> titles = new HashMap<>();
            repository.createProcessDefinitionQuery().latestVersion().list().stream()
                    .filter(process -> process.getName() != null)
                    .forEach(process -> titles.put(process.getKey(), process.getName()));
            repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                    .filter(decision -> decision.getName() != null)
                    .forEach(decision -> titles.put(decision.getKey(), decision.getName()));
            return titles;
        });
    }
}
