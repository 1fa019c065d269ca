package org.mentoringroadmap.activity.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/**
 * Says at the start of a year whether terms have passed already, and from when to when they can be confirmed: a week from
 * now.
 */
@Component("lookUpPassedTerms")
class LookUpPassedTerms implements ExecutionListener {
    private static final int DAYS_TO_CONFIRM = 7;

    private final Terms terms;
    private final Clock clock;

    LookUpPassedTerms(Terms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        boolean passed =
                !terms.passed(Long.valueOf(execution.getProcessBusinessKey())).isEmpty();
        ActivityVariables.TERMS_PASSED.to(execution::setVariable, String.valueOf(passed));
        LocalDate today = LocalDate.now(clock);
        BlockVariables.START.to(
                execution::setVariable, DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(today.atTime(Term.DAY_START)));
        BlockVariables.DUE.to(
                execution::setVariable,
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        today.plusDays(DAYS_TO_CONFIRM).atTime(Term.DAY_END)));
    }
}
