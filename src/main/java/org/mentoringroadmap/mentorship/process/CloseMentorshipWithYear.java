package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipLifecycle;
import org.springframework.stereotype.Component;

/** The programme has ended before the pair. */
@Component("closeMentorshipWithYear")
class CloseMentorshipWithYear implements JavaDelegate {
    private final MentorshipLifecycle lifecycle;

    CloseMentorshipWithYear(MentorshipLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lifecycle.closeWithYear(MentorshipVariables.programme(execution), MentorshipVariables.pair(execution));
    }
}
