package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.PairWork;
import org.springframework.stereotype.Component;

/** The pair has parted before the end. */
@Component("endMentorship")
class EndMentorship implements JavaDelegate {
    private final PairWork work;

    EndMentorship(PairWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.end(MentorshipVariables.programme(execution), MentorshipVariables.pair(execution));
    }
}
