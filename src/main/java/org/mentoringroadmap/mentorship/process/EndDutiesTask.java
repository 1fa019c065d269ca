package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.mentorship.Duties;
import org.springframework.stereotype.Component;

/** Ends the task about mentors' duties as it comes up where nobody is missing by then. */
@Component("endDutiesTask")
class EndDutiesTask implements TaskListener {
    private final Duties duties;

    EndDutiesTask(Duties duties) {
        this.duties = duties;
    }

    @Override
    public void notify(DelegateTask task) {
        if (!duties.needed(MentorshipVariables.programme(task.getExecution()))) {
            task.complete();
        }
    }
}
