package org.mentoringroadmap.questionnaire.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Everybody has answered: the step is recorded, and with it the activity. */
@Component("recordAnswers")
class RecordAnswers implements JavaDelegate {
    private static final String PART = "part";

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
                "true".equals(execution.getVariable(PART)));
        BlockVariables.OUTCOME.to(execution::setVariable, "done");
    }
}
