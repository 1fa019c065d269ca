package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.mentorship.proposal.MentorProposals;
import org.mentoringroadmap.shared.TaskInput;
import org.springframework.stereotype.Component;

/** Takes the curator's decision about a proposed mentor; its reason goes into our tables. */
@Component("decideProposal")
class DecideProposal implements TaskListener {
    private final MentorProposals proposals;

    DecideProposal(MentorProposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public void notify(DelegateTask task) {
        OutcomeInput outcome = OutcomeInput.take(new TaskInput(task::getVariable, task::removeVariable));
        boolean accepted = proposals.decide(
                MentorshipVariables.programme(task.getExecution()),
                MentorshipVariables.search(task.getExecution()),
                outcome);
        MentorshipVariables.PROPOSAL_ACCEPTED.to(task::setVariable, String.valueOf(accepted));
    }
}
