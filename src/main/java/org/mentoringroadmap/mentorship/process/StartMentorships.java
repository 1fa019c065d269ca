package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.PairWork;
import org.springframework.stereotype.Component;

/** Begins the work of every pair that has been decided. */
@Component("startMentorships")
class StartMentorships implements JavaDelegate {
    private final PairWork work;

    StartMentorships(PairWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.startAll(MentorshipVariables.programme(execution));
    }
}
