package org.mentoringroadmap.matching.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.matching.run.MatchingTasks;
import org.springframework.stereotype.Component;

/** Proposes pairs: by questionnaires in the first pass, with what both sides said after the meeting in the second. */
@Component("proposePairs")
class ProposePairs implements JavaDelegate {
    private final MatchingTasks matching;

    ProposePairs(MatchingTasks matching) {
        this.matching = matching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        matching.propose(
                MatchingVariables.programme(execution::getProcessBusinessKey),
                MatchingVariables.isSecondPass(execution::getVariable));
    }
}
