package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipLifecycle;
import org.springframework.stereotype.Component;

/** The pair has parted before the end. */
@Component("endMentorship")
class EndMentorship implements JavaDelegate {
    private final MentorshipLifecycle lifecycle;
    private final PairTasks tasks;

    EndMentorship(MentorshipLifecycle lifecycle, PairTasks tasks) {
        this.lifecycle = lifecycle;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.end(MentorshipVariables.programme(execution), MentorshipVariables.pair(execution));
        tasks.leave(MentorshipVariables.programme(execution), MentorshipVariables.pair(execution));
    }
}
