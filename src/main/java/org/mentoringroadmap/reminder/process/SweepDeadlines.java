package org.mentoringroadmap.reminder.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mentoringroadmap.reminder.Reminders;
import org.springframework.stereotype.Component;

/** «Контроль сроков» of a master process: reminds of every open task of the programme. */
@Component("sweepDeadlines")
class SweepDeadlines implements JavaDelegate {
    private final Reminders reminders;

    SweepDeadlines(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.sweep(Long.valueOf(execution.getProcessBusinessKey()));
    }
}
