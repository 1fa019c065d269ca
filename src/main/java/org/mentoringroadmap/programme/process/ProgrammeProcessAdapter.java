package org.mentoringroadmap.programme.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.mentoringroadmap.programme.ProgrammeProcess;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts roadmaps in the engine with the rights of the acting account. */
@Component
class ProgrammeProcessAdapter implements ProgrammeProcess {
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Programmes programmes;

    ProgrammeProcessAdapter(RuntimeService runtime, RepositoryService repository, Programmes programmes) {
        this.runtime = runtime;
        this.repository = repository;
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
                .forEach(definition -> titles.put(definition.getKey(), definition.getName()));
        return titles;
    }
}
