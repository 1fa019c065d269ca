package org.mentoringroadmap.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.programme.Programmes;
import org.springframework.stereotype.Component;

/** Marks the programme as complete when its master process ends. */
@Component("completeProgramme")
class CompleteProgramme implements ExecutionListener {
    private final Programmes programmes;

    CompleteProgramme(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public void notify(DelegateExecution execution) {
        programmes.complete(Long.valueOf(execution.getProcessBusinessKey()));
    }
}
