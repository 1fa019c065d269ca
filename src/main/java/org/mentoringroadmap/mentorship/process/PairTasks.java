package org.mentoringroadmap.mentorship.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What every pair is asked for: a pair that begins its work meanwhile is asked too, and nobody waits for one that has ended.
 * The engine asks for the pairs once, when the block comes to them.
 */
@Component
class PairTasks {
    private static final String BLOCK = "pair-task";
    private static final String TASK = "Task_DoPairsPart";
    private static final String NOT_HELD = "not-held";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final SystemAuthority system;
    private final MessageSource messages;

    PairTasks(@Lazy RuntimeService runtime, @Lazy TaskService tasks, SystemAuthority system, MessageSource messages) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.system = system;
        this.messages = messages;
    }

    /** The pair has begun its work. */
    void join(Long programmeId, Long pairId) {
        system.run(() -> ask(programmeId, pairId));
    }

    /** The pair has ended. */
    void leave(Long programmeId, Long pairId) {
        system.run(() -> tasks
                .createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .taskDefinitionKey(TASK)
                .list()
                .stream()
                .filter(task -> isOf(task, pairId))
                .forEach(task -> tasks.complete(
                        task.getId(),
                        Map.of(
                                OutcomeFields.OUTCOME,
                                NOT_HELD,
                                OutcomeFields.NOTE,
                                messages.getMessage("mentorship.part.ended", null, LocaleContextHolder.getLocale())))));
    }

    /** The pair's task is somebody else's now; null for nobody's. */
    void mentorChanged(Long pairId, String account) {
        system.run(() -> tasks.createTaskQuery().taskDefinitionKey(TASK).list().stream()
                .filter(task -> isOf(task, pairId))
                .forEach(task -> tasks.setAssignee(task.getId(), account)));
    }

    private boolean isOf(Task task, Long pairId) {
        return String.valueOf(pairId).equals(tasks.getVariable(task.getId(), BlockVariables.PAIR_ID.name()));
    }

    private void ask(Long programmeId, Long pairId) {
        for (ProcessInstance block : runtime.createProcessInstanceQuery()
                .processDefinitionKey(BLOCK)
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .active()
                .list()) {
            boolean asks = tasks.createTaskQuery()
                            .processInstanceId(block.getId())
                            .taskDefinitionKey(TASK)
                            .count()
                    > 0;
            if (asks) {
                runtime.createProcessInstanceModification(block.getId())
                        .startBeforeActivity(TASK)
                        .setVariableLocal(BlockVariables.PAIR_ID.name(), String.valueOf(pairId))
                        .execute();
            }
        }
    }
}
