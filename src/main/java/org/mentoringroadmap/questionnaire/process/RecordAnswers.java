package org.mentoringroadmap.questionnaire.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Everybody has answered: the step is recorded, and with it the activity. */
@Component("recordAnswers")
class RecordAnswers implements JavaDelegate {
    private final Campaigns campaigns;

    RecordAnswers(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        campaigns.recordAll(
                Long.valueOf(execution.getProcessBusinessKey()),
                BlockVariables.ROADMAP_ITEM.from(execution::getVariable),
                execution.getProcessInstanceId(),
                BlockVariables.PART
                        .find(execution::getVariable)
                        .filter("true"::equals)
                        .isPresent());
        BlockVariables.OUTCOME.to(execution::setVariable, "done");
    }
}
