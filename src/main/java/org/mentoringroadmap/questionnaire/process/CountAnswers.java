package org.mentoringroadmap.questionnaire.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** How many have answered is the figure of the last step where people were asked by name, whatever was typed. */
@Component("countAnswers")
class CountAnswers implements TaskListener {
    private final Campaigns campaigns;

    CountAnswers(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void notify(DelegateTask task) {
        campaigns
                .count(
                        CampaignVariables.programme(task),
                        BlockVariables.ROADMAP_ITEM.from(task::getVariable),
                        task.getProcessInstanceId())
                .ifPresent(figures -> CampaignVariables.counted(task, CampaignVariables.ANSWERED, figures.answered()));
    }
}
