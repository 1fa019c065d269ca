package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipLifecycle;
import org.springframework.stereotype.Component;

/** The programme has ended before the pair. */
@Component("closeMentorshipWithYear")
class CloseMentorshipWithYear implements JavaDelegate {
    private final MentorshipLifecycle lifecycle;
    private final PairTasks tasks;

    CloseMentorshipWithYear(MentorshipLifecycle lifecycle, PairTasks tasks) {
        this.lifecycle = lifecycle;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.closeWithYear(MentorshipVariables.programme(execution), MentorshipVariables.pair(execution));
        tasks.leave(MentorshipVariables.programme(execution), MentorshipVariables.pair(execution));
    }
}
