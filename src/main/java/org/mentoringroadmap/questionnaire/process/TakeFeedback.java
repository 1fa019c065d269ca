package org.mentoringroadmap.questionnaire.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.questionnaire.use.Satisfaction;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.OutcomeFields;
import org.springframework.stereotype.Component;

/**
 * The figures of a monitoring come from the answers where people were asked by name, whatever was typed; sheets without names
 * are counted by hand.
 */
@Component("takeFeedback")
class TakeFeedback implements TaskListener {
    private final Satisfaction satisfaction;

    TakeFeedback(Satisfaction satisfaction) {
        this.satisfaction = satisfaction;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean people = CampaignVariables.ASKED
                .find(task::getVariable)
                .filter(CampaignVariables.PEOPLE::equals)
                .isPresent();
        if (people && "done".equals(task.getVariable(OutcomeFields.OUTCOME))) {
            Satisfaction.Figures figures = satisfaction.of(
                    CampaignVariables.programme(task), BlockVariables.ROADMAP_ITEM.from(task::getVariable));
            CampaignVariables.counted(task, "respondents", figures.respondents());
            CampaignVariables.counted(task, "positive", figures.positive());
        }
    }
}
