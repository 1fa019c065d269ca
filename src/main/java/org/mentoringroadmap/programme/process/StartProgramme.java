package org.mentoringroadmap.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.stereotype.Component;

/** Opens the programme when its master process starts; a refused start leaves nothing behind. */
@Component("startProgramme")
class StartProgramme implements ExecutionListener {
    private final Programmes programmes;

    StartProgramme(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public void notify(DelegateExecution execution) {
        SchoolYear year = SchoolYear.parse(
                ProgrammeVariables.SCHOOL_YEAR.find(execution::getVariable).orElse(null));
        Programme programme = programmes.open(
                execution.getTenantId(),
                year,
                ((ExecutionEntity) execution).getProcessDefinition().getKey());
        execution.setProcessBusinessKey(String.valueOf(programme.id()));
        ProgrammeVariables.SCHOOL_YEAR.to(execution::setVariable, year.text());
        ProgrammeVariables.FIRST_YEAR.to(execution::setVariable, String.valueOf(year.firstYear()));
        ProgrammeVariables.SECOND_YEAR.to(execution::setVariable, String.valueOf(year.secondYear()));
    }
}
