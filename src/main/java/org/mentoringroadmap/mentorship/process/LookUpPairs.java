package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.mentorship.Mentorships;
import org.springframework.stereotype.Component;

/** Says whether the programme has any pairs. */
@Component("lookUpPairs")
class LookUpPairs implements ExecutionListener {
    private final Mentorships mentorships;

    LookUpPairs(Mentorships mentorships) {
        this.mentorships = mentorships;
    }

    @Override
    public void notify(DelegateExecution execution) {
        MentorshipVariables.PAIRS_EXIST.to(
                execution::setVariable, String.valueOf(mentorships.exist(MentorshipVariables.programme(execution))));
    }
}
