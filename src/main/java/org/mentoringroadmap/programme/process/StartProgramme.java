package org.mentoringroadmap.programme.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Component;

/** Opens the programme when its master process starts; a refused start leaves nothing behind. */
@Component("startProgramme")
class StartProgramme implements ExecutionListener {
    private static final Set<String> FIELDS =
            Set.of(ProgrammeVariables.SCHOOL_YEAR.name(), SchoolTenants.SCHOOL_ID.name());

    private final Programmes programmes;

    StartProgramme(Programmes programmes) {
        this.programmes = programmes;
    }

    /** @throws UserInputException {@code programme.field} for what the start form does not have */
    @Override
    public void notify(DelegateExecution execution) {
        execution.getVariableNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UserInputException("programme.field", name);
                });
        SchoolYear year = SchoolYear.parse(
                ProgrammeVariables.SCHOOL_YEAR.find(execution::getVariable).orElse(null));
        Programme programme = programmes.open(
                execution.getTenantId(),
                year,
                ((ExecutionEntity) execution).getProcessDefinition().getKey());
        execution.setProcessBusinessKey(String.valueOf(programme.id()));
        ProgrammeVariables.SCHOOL_YEAR.to(execution::setVariable, year.text());
        BlockVariables.FIRST_YEAR.to(execution::setVariable, String.valueOf(year.firstYear()));
        BlockVariables.SECOND_YEAR.to(execution::setVariable, String.valueOf(year.secondYear()));
    }
}
