package org.mentoringroadmap.mentorship.process;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.mentorship.proposal.MentorLookout;
import org.springframework.stereotype.Component;

/** Looks whether a mentor can be proposed to the search. */
@Component("lookForMentor")
class LookForMentor implements JavaDelegate {
    private final MentorLookout lookout;
    private final Clock clock;

    LookForMentor(MentorLookout lookout, Clock clock) {
        this.lookout = lookout;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MentorLookout.Answer answer =
                lookout.look(MentorshipVariables.programme(execution), MentorshipVariables.search(execution));
        LocalDate today = LocalDate.now(clock);
        MentorshipVariables.PROPOSED.to(execution::setVariable, flag(answer));
        MentorshipVariables.PROPOSAL_START.to(
                execution::setVariable, today.atTime(8, 0).toString());
        MentorshipVariables.PROPOSAL_DUE.to(
                execution::setVariable,
                today.plusDays(MentorLookout.DAYS_TO_DECIDE).atTime(18, 0).toString());
    }

    private static String flag(MentorLookout.Answer answer) {
        return switch (answer) {
            case PROPOSED -> "true";
            case NOBODY -> "false";
            case OVER -> "over";
        };
    }
}
