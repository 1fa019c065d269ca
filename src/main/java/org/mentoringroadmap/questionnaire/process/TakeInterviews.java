package org.mentoringroadmap.questionnaire.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.questionnaire.use.Satisfaction;
import org.mentoringroadmap.shared.OutcomeFields;
import org.springframework.stereotype.Component;

/** How many were talked with and how many are recommended is what the sheets say, where there is one for each. */
@Component("takeInterviews")
class TakeInterviews implements TaskListener {
    private final Satisfaction sheets;

    TakeInterviews(Satisfaction sheets) {
        this.sheets = sheets;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean people = CampaignVariables.ASKED
                .find(task::getVariable)
                .filter(CampaignVariables.PEOPLE::equals)
                .isPresent();
        if (people && "done".equals(task.getVariable(OutcomeFields.OUTCOME))) {
            Satisfaction.Figures figures = sheets.ofAll(task.getProcessInstanceId());
            CampaignVariables.counted(task, "interviewed", figures.respondents());
            CampaignVariables.counted(task, "recommended", figures.positive());
        }
    }
}
