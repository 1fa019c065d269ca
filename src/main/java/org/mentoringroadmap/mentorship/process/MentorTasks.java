package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipLifecycle;
import org.springframework.stereotype.Component;

/**
 * Who does the tasks of one pair. Public because the engine calls the methods of public classes only from an expression;
 * the name is part of the API that running instances rely on.
 */
@Component("mentorTasks")
public class MentorTasks {
    private final MentorshipLifecycle lifecycle;

    MentorTasks(MentorshipLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** Login of the mentor of the instance's pair; null where there is none. */
    public String assignee(DelegateExecution execution) {
        return lifecycle
                .mentorAccount(MentorshipVariables.programme(execution), MentorshipVariables.pair(execution))
                .orElse(null);
    }
}
