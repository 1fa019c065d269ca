package org.mentoringroadmap.task.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who does a task before its first day has begun the activity: the next steps of it, which others may have to take, have
 * begun too and do not lie ahead any more.
 */
@Component
class WorkBegunAhead {
    private final Clock clock;

    WorkBegunAhead(Clock clock) {
        this.clock = clock;
    }

    @EventListener(condition = "#task.eventName == 'complete'")
    void onComplete(DelegateTask task) {
        LocalDateTime today = LocalDate.now(clock).atTime(Term.DAY_START);
        if (task.getFollowUpDate() == null
                || !LocalDateTime.ofInstant(task.getFollowUpDate().toInstant(), clock.getZone())
                        .toLocalDate()
                        .isAfter(today.toLocalDate())) {
            return;
        }
        Optional<String> item = item(task.getExecution());
        for (DelegateExecution block = task.getExecution().getProcessInstance();
                block != null && item.isPresent() && item(block).equals(item);
                block = callerOf(block)) {
            begin(block, today);
        }
    }

    private static DelegateExecution callerOf(DelegateExecution block) {
        return block.getSuperExecution() == null
                ? null
                : block.getSuperExecution().getProcessInstance();
    }

    private static void begin(DelegateExecution block, LocalDateTime today) {
        if (BlockVariables.START
                .find(block::getVariable)
                .filter(start -> LocalDateTime.parse(start).isAfter(today))
                .isPresent()) {
            BlockVariables.START.to(block::setVariable, DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(today));
        }
    }

    private static Optional<String> item(DelegateExecution execution) {
        return BlockVariables.ROADMAP_ITEM.find(execution::getVariable);
    }
}
