package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.PairWork;
import org.springframework.stereotype.Component;

/** Ends pairs and searches with the programme. */
@Component("closeMentorships")
class CloseMentorships implements JavaDelegate {
    private final PairWork work;

    CloseMentorships(PairWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.closeAll(MentorshipVariables.programme(execution));
    }
}
