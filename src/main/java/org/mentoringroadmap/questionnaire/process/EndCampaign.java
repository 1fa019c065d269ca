package org.mentoringroadmap.questionnaire.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.springframework.stereotype.Component;

/** With the block the asking ends, however it ends. */
@Component("endCampaign")
class EndCampaign implements ExecutionListener {
    private final Campaigns campaigns;

    EndCampaign(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void notify(DelegateExecution execution) {
        campaigns.end(execution.getProcessInstanceId());
    }
}
