package org.mentoringroadmap.questionnaire.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.questionnaire.CampaignKind;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/** A sheet for each who wants to be a mentor, where the school has chosen so; how many there are is the figure of the step. */
@Component("beginInterviews")
class BeginInterviews implements TaskListener {
    private final Campaigns campaigns;

    BeginInterviews(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean people = new TaskInput(task::getVariable, task::removeVariable)
                        .text(CampaignVariables.WAY)
                        .filter(CampaignVariables.PEOPLE::equals)
                        .isPresent()
                && "done".equals(task.getVariable(OutcomeFields.OUTCOME));
        if (people) {
            int asked = campaigns.begin(
                    CampaignVariables.programme(task),
                    CampaignKind.INTERVIEW.id(),
                    BlockVariables.ROADMAP_ITEM.from(task::getVariable),
                    task.getProcessInstanceId(),
                    CampaignVariables.due(task));
            CampaignVariables.counted(task, CampaignVariables.INVITED, asked);
        }
        CampaignVariables.ASKED.to(
                task.getExecution()::setVariable, people ? CampaignVariables.PEOPLE : CampaignVariables.PAPER);
    }
}
