package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipLifecycle;
import org.springframework.stereotype.Component;

/** Begins the work of every pair that has been decided. */
@Component("startMentorships")
class StartMentorships implements JavaDelegate {
    private final MentorshipLifecycle lifecycle;

    StartMentorships(MentorshipLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.startAll(MentorshipVariables.programme(execution));
    }
}
