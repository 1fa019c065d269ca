package org.mentoringroadmap.questionnaire.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.springframework.stereotype.Component;

/** Whoever has answered before anybody waited for it is seen when the task is in the database. */
@Component("lookForAnswers")
class LookForAnswers implements TaskListener {
    private final Campaigns campaigns;

    LookForAnswers(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void notify(DelegateTask task) {
        campaigns.lookSoon(task.getProcessInstanceId());
    }
}
