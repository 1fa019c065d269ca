package org.mentoringroadmap.questionnaire.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/**
 * Asks those whom the row means where the school has chosen so; how many were asked is the figure of the step then. A task
 * that says nothing about the way was completed by a form that did not ask for it, and brings its figure.
 */
@Component("beginCampaign")
class BeginCampaign implements TaskListener {
    private final Campaigns campaigns;

    BeginCampaign(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void notify(DelegateTask task) {
        String way = new TaskInput(task::getVariable, task::removeVariable)
                .text(CampaignVariables.WAY)
                .orElse(CampaignVariables.PAPER);
        boolean people = CampaignVariables.PEOPLE.equals(way) && "done".equals(task.getVariable(OutcomeFields.OUTCOME));
        if (people) {
            int asked = campaigns.begin(
                    CampaignVariables.programme(task),
                    BlockVariables.QUESTIONNAIRE.from(task::getVariable),
                    BlockVariables.ROADMAP_ITEM.from(task::getVariable),
                    task.getProcessInstanceId(),
                    CampaignVariables.due(task));
            CampaignVariables.counted(task, CampaignVariables.INVITED, asked);
        }
        CampaignVariables.ASKED.to(
                task.getExecution()::setVariable, people ? CampaignVariables.PEOPLE : CampaignVariables.PAPER);
    }
}
