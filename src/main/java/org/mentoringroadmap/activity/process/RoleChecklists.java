package org.mentoringroadmap.activity.process;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Whoever gets a role while its members are asked for something is asked too, and nobody waits for who has lost it. The
 * engine asks for the members once, when the block comes to them.
 */
@Component
class RoleChecklists {
    private static final String BLOCK = "role-checklist";
    /** Stands for the role itself where nobody had an account. */
    private static final String NOBODY = "";

    private static final String TASK = "Task_DoOwnPart";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RoleMembers members;
    private final Steps steps;
    private final SystemAuthority system;
    private final MessageSource messages;

    RoleChecklists(
            RuntimeService runtime,
            TaskService tasks,
            RoleMembers members,
            Steps steps,
            SystemAuthority system,
            MessageSource messages) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.members = members;
        this.steps = steps;
        this.system = system;
        this.messages = messages;
    }

    @EventListener
    void onRolesChanged(Staff.RolesChanged changed) {
        system.run(() -> runtime.createProcessInstanceQuery()
                .processDefinitionKey(BLOCK)
                .tenantIdIn(changed.schoolId())
                .active()
                .list()
                .forEach(block -> bringIntoLine(block, changed.schoolId())));
    }

    private void bringIntoLine(ProcessInstance block, String schoolId) {
        Map<String, Task> open =
                tasks.createTaskQuery().processInstanceId(block.getId()).taskDefinitionKey(TASK).list().stream()
                        .collect(Collectors.toMap(
                                task -> ActivityVariables.MEMBER_ID.from(name -> tasks.getVariable(task.getId(), name)),
                                task -> task));
        if (open.isEmpty() || open.containsKey(NOBODY)) {
            return; // not come to them yet, or past them; or the role does it together
        }
        Set<String> now = members.of(
                        schoolId, BlockVariables.RESPONSIBLE.from(name -> runtime.getVariable(block.getId(), name)))
                .map(StaffMember::id)
                .map(String::valueOf)
                .collect(Collectors.toSet());
        Set<String> answered = steps.ofInstance(block.getId()).stream()
                .map(step -> step.step().substring(step.step().lastIndexOf('-') + 1))
                .collect(Collectors.toSet());
        now.stream()
                .filter(member -> !open.containsKey(member) && !answered.contains(member))
                .forEach(member -> runtime.createProcessInstanceModification(block.getId())
                        .startBeforeActivity(TASK)
                        .setVariableLocal(ActivityVariables.MEMBER_ID.name(), member)
                        .execute());
        open.forEach((member, task) -> {
            if (!now.contains(member)) {
                tasks.complete(task.getId(), left());
            }
        });
    }

    private Map<String, Object> left() {
        return Map.of(
                OutcomeFields.OUTCOME,
                Outcome.NOT_HELD.id(),
                OutcomeFields.NOTE,
                messages.getMessage("activity.part.left", null, LocaleContextHolder.getLocale()));
    }
}
