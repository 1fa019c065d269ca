package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.mentorship.duty.Duties;
import org.springframework.stereotype.Component;

/**
 * Ends the task about mentors' duties as it comes up where nobody is missing by then. Otherwise it is looked at once more
 * when it is in the database: a consent of this very moment has not seen the task either.
 */
@Component("endDutiesTask")
class EndDutiesTask implements TaskListener {
    private final Duties duties;

    EndDutiesTask(Duties duties) {
        this.duties = duties;
    }

    @Override
    public void notify(DelegateTask task) {
        Long programmeId = MentorshipVariables.programme(task.getExecution());
        if (!duties.needed(programmeId)) {
            task.complete();
        } else {
            duties.lookSoon(programmeId);
        }
    }
}
