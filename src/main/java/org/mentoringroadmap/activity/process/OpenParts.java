package org.mentoringroadmap.activity.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.activity.term.ControlPoints;
import org.mentoringroadmap.activity.term.Frequency;
import org.mentoringroadmap.activity.term.TermsMoved;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.ProcessVariable;
import org.mentoringroadmap.shared.SystemAuthority;
import org.mentoringroadmap.task.Tasks.Span;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is done in parts, at control points or again and again: when its term has moved, the part that is open gets the days
 * that follow from the new term, with all its tasks and its timer.
 */
@Component
class OpenParts {
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final SystemAuthority system;
    private final Clock clock;

    OpenParts(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            SystemAuthority system,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.system = system;
        this.clock = clock;
    }

    @EventListener
    void follow(TermsMoved moved) {
        system.run(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(moved.programmeId()))
                .variableValueLike(BlockVariables.TIME_DUE.name(), "2%")
                .list()
                .forEach(this::follow));
    }

    private void follow(ProcessInstance block) {
        Span now = new Span(time(block, BlockVariables.TIME_START), time(block, BlockVariables.TIME_DUE));
        Span term = new Span(time(block, BlockVariables.START), time(block, BlockVariables.DUE));
        Span planned = planned(block, now, term);
        // a part whose days have passed has got the end of the moved term, so that it can still be done
        Span next = !now.due().equals(planned.due())
                        && planned.due().isBefore(LocalDateTime.now(clock))
                        && !now.due().isBefore(LocalDateTime.now(clock))
                ? new Span(planned.start(), term.due())
                : planned;
        if (next.equals(now)) {
            return;
        }
        set(block, BlockVariables.TIME_START, next.start());
        set(block, BlockVariables.TIME_DUE, next.due());
        management.createJobQuery().processInstanceId(block.getId()).timers().list().stream()
                .filter(timer -> !date(next.start()).equals(timer.getDuedate()))
                .forEach(timer -> management.setJobDuedate(timer.getId(), date(next.start())));
        Deque<ProcessInstance> parts = new ArrayDeque<>(List.of(block));
        while (!parts.isEmpty()) {
            ProcessInstance part = parts.pop();
            if (part != block && now.due().equals(time(part, BlockVariables.DUE))) {
                set(part, BlockVariables.START, next.start());
                set(part, BlockVariables.DUE, next.due());
            }
            tasks.createTaskQuery().processInstanceId(part.getId()).list().stream()
                    .filter(task -> date(now.due()).equals(task.getDueDate()))
                    .forEach(task -> move(task, next));
            parts.addAll(runtime.createProcessInstanceQuery()
                    .superProcessInstanceId(part.getId())
                    .list());
        }
    }

    private Span planned(ProcessInstance block, Span now, Span term) {
        String frequency = text(block, ActivityVariables.FREQUENCY);
        if (frequency != null) {
            Frequency.Time time = Frequency.of(frequency).orElseThrow().at(now.start(), term.start(), term.due());
            return new Span(time.start(), time.due());
        }
        String months = text(block, ActivityVariables.POINTS);
        List<ControlPoints.Point> points = ControlPoints.of(months == null ? "" : months, term.start(), term.due());
        int number = Integer.parseInt(text(block, ActivityVariables.POINT_NUMBER));
        ControlPoints.Point point = points.get(Math.min(number, points.size()) - 1);
        return new Span(point.start(), point.due());
    }

    private void move(Task task, Span next) {
        task.setDueDate(date(next.due()));
        task.setFollowUpDate(date(next.start()));
        tasks.saveTask(task);
    }

    private LocalDateTime time(ProcessInstance block, ProcessVariable<String> variable) {
        String text = text(block, variable);
        return text == null ? null : LocalDateTime.parse(text);
    }

    private String text(ProcessInstance block, ProcessVariable<String> variable) {
        return variable.find(name -> runtime.getVariable(block.getId(), name)).orElse(null);
    }

    private void set(ProcessInstance block, ProcessVariable<String> variable, LocalDateTime time) {
        variable.to((name, value) -> runtime.setVariable(block.getId(), name, value), ActivityProperties.text(time));
    }

    private Date date(LocalDateTime time) {
        return Date.from(time.atZone(clock.getZone()).toInstant());
    }
}
