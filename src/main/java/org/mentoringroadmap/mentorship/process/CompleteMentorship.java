package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipLifecycle;
import org.springframework.stereotype.Component;

/** The pair has had its final meeting. */
@Component("completeMentorship")
class CompleteMentorship implements JavaDelegate {
    private final MentorshipLifecycle lifecycle;
    private final PairTasks tasks;

    CompleteMentorship(MentorshipLifecycle lifecycle, PairTasks tasks) {
        this.lifecycle = lifecycle;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.complete(MentorshipVariables.programme(execution), MentorshipVariables.pair(execution));
        tasks.leave(MentorshipVariables.programme(execution), MentorshipVariables.pair(execution));
    }
}
