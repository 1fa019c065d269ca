package org.mentoringroadmap.mentorship.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipLifecycle;
import org.springframework.stereotype.Component;

/**
 * Who does the tasks of one pair. Public because the engine calls the methods of public classes only from an expression;
 * the name is part of the API that running instances rely on.
 */
@Component("mentorTasks")
public class MentorTasks {
    private final MentorshipLifecycle lifecycle;
    private final Mentorships mentorships;

    MentorTasks(MentorshipLifecycle lifecycle, Mentorships mentorships) {
        this.lifecycle = lifecycle;
        this.mentorships = mentorships;
    }

    /** Ids of the pairs and groups that work, as texts. */
    public List<String> pairs(DelegateExecution execution) {
        return mentorships.of(MentorshipVariables.programme(execution)).stream()
                .filter(pair -> pair.state() == Mentorship.State.RUNNING)
                .map(pair -> pair.id().toString())
                .toList();
    }

    /** Code of the instance's pair, under which people know it. */
    public String code(DelegateExecution execution) {
        return mentorships
                .get(MentorshipVariables.programme(execution), MentorshipVariables.pair(execution))
                .code();
    }

    /** Login of the mentor of the instance's pair; null where there is none. */
    public String assignee(DelegateExecution execution) {
        return lifecycle
                .mentorAccount(MentorshipVariables.programme(execution), MentorshipVariables.pair(execution))
                .orElse(null);
    }
}
