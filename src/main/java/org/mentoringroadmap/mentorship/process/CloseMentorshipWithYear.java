package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.PairWork;
import org.springframework.stereotype.Component;

/** The programme has ended before the pair. */
@Component("closeMentorshipWithYear")
class CloseMentorshipWithYear implements JavaDelegate {
    private final PairWork work;

    CloseMentorshipWithYear(PairWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.closeWithYear(MentorshipVariables.programme(execution), MentorshipVariables.pair(execution));
    }
}
