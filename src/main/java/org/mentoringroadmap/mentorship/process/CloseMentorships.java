package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipLifecycle;
import org.springframework.stereotype.Component;

/** Ends pairs and searches with the programme. */
@Component("closeMentorships")
class CloseMentorships implements JavaDelegate {
    private final MentorshipLifecycle lifecycle;

    CloseMentorships(MentorshipLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.closeAll(MentorshipVariables.programme(execution));
    }
}
