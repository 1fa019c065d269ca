package org.mentoringroadmap.activity.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.mentoringroadmap.activity.term.MovedTerm;
import org.mentoringroadmap.activity.term.Terms;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A task that stands in a stage itself has its dates in the model; where its term was moved, it gets the new ones. */
@Component
class MovedTaskTerm {
    private final Terms terms;
    private final Clock clock;

    MovedTaskTerm(Terms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    @EventListener(condition = "#task.eventName == 'create'")
    void onCreate(DelegateTask task) {
        ElementProperties.item(task.getBpmnModelElementInstance())
                .flatMap(item -> terms.find(Long.valueOf(task.getExecution().getProcessBusinessKey()), item))
                .ifPresent(moved -> give(task, moved));
    }

    private void give(DelegateTask task, MovedTerm moved) {
        task.setDueDate(date(moved.dueAt()));
        if (task.getFollowUpDate() != null) {
            task.setFollowUpDate(date(
                    moved.startAt(LocalDateTime.ofInstant(task.getFollowUpDate().toInstant(), clock.getZone()))));
        }
    }

    private Date date(LocalDateTime time) {
        return Date.from(time.atZone(clock.getZone()).toInstant());
    }
}
