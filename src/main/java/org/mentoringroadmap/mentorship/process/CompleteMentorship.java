package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.PairWork;
import org.springframework.stereotype.Component;

/** The pair has had its final meeting. */
@Component("completeMentorship")
class CompleteMentorship implements JavaDelegate {
    private final PairWork work;

    CompleteMentorship(PairWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.complete(MentorshipVariables.programme(execution), MentorshipVariables.pair(execution));
    }
}
