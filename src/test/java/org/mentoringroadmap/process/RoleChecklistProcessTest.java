package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.school.Accounts;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.support.Covers;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;

@Covers("role-checklist")
class RoleChecklistProcessTest extends BlockTestCase {
    private static final String TASK = "Task_DoOwnPart";
    private static final String END = "End_RoleChecklist";

    @Autowired
    private Staff staff;

    @Autowired
    private Accounts accounts;

    private StaffMember second;

    @BeforeEach
    void twoTeachers() {
        second = employ("second", Set.of(Role.TEACHER));
    }

    @Test
    void everyMemberTicksForThemselves() {
        String instance = start();
        assertThat(assignees()).containsExactlyInAnyOrder(school.login(Role.TEACHER), login("second"));
        Task own = own(login("second"));

        assertThatThrownBy(() -> school.as(Role.TEACHER, () -> {
                    taskService.complete(own.getId(), NOT_HELD);
                    return null;
                }))
                .isInstanceOf(AuthorizationException.class);
        complete(login("second"), own, done("note", "Провёл"));
        assertThat(assignees()).containsExactly(school.login(Role.TEACHER));
        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();
        assertThat(steps.of(Long.valueOf(key), ITEM))
                .singleElement()
                .satisfies(step -> assertThat(step.recordedBy()).isEqualTo(login("second")));

        complete(school.login(Role.TEACHER), own(school.login(Role.TEACHER)), NOT_HELD);

        assertOutcome(ITEM, Outcome.DONE);
        assertThat(steps.of(Long.valueOf(key), ITEM)).hasSize(2);
        assertEndedAt(instance, END);
    }

    @Test
    void whoComesLaterIsAskedTooAndWhoLeavesIsNotWaitedFor() {
        String instance = start();
        complete(login("second"), own(login("second")), done());

        StaffMember third = employ("third", Set.of(Role.TEACHER));
        assertThat(assignees()).containsExactlyInAnyOrder(school.login(Role.TEACHER), login("third"));
        staff.change(school.id(), second.id(), second.fullName(), second.post(), Set.of(Role.TEACHER, Role.DEPUTY));
        assertThat(assignees()).hasSize(2);

        staff.remove(
                school.id(),
                staff.holders(school.id(), Role.TEACHER).stream()
                        .filter(member -> member.account()
                                .filter(school.login(Role.TEACHER)::equals)
                                .isPresent())
                        .findFirst()
                        .orElseThrow()
                        .id());
        school.runJobs();
        assertThat(assignees()).containsExactly(login("third"));
        complete(login("third"), own(login("third")), done());

        assertThat(third.account()).isPresent();
        assertOutcome(ITEM, Outcome.DONE);
        assertThat(steps.of(Long.valueOf(key), ITEM)).hasSize(3);
        assertEndedAt(instance, END);
    }

    @Test
    void somebodyWithTwoOfTheRolesIsAskedOnce() {
        staff.change(school.id(), second.id(), second.fullName(), second.post(), Set.of(Role.TEACHER, Role.DEPUTY));

        startBlock("role-checklist", "teacher,deputy", Map.of());

        assertThat(assignees())
                .containsExactlyInAnyOrder(school.login(Role.TEACHER), school.login(Role.DEPUTY), login("second"));
    }

    @Test
    void whereNobodyHasAnAccountTheRoleDoesItTogether() {
        school = schools.create(Role.CURATOR);
        String instance = start();
        assertThat(groups(task(TASK))).containsExactlyInAnyOrder("teacher", "curator");
        assertThat(task(TASK).getAssignee()).isNull();

        complete(Role.CURATOR, TASK, NOT_HELD);

        assertThat(outcome(ITEM).note()).contains("Школе это не нужно");
        assertEndedAt(instance, "End_ClosedWithoutResult");
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("role-checklist", Map.of());
    }

    private String start() {
        return startBlock("role-checklist", "teacher", Map.of());
    }

    private StaffMember employ(String name, Set<Role> roles) {
        StaffMember member = staff.add(school.id(), "Примеров Пример " + name, "", roles);
        staff.open(school.id(), member.id(), login(name), TestSchool.PASSWORD);
        accounts.keepPassword(login(name));
        return staff.get(school.id(), member.id());
    }

    private String login(String name) {
        return name + "-teacher-of-" + school.id();
    }

    private List<String> assignees() {
        return school.tasks(key).stream().map(Task::getAssignee).toList();
    }

    private Task own(String login) {
        return school.tasks(key).stream()
                .filter(task -> login.equals(task.getAssignee()))
                .findFirst()
                .orElseThrow();
    }

    private void complete(String login, Task task, Map<String, Object> input) {
        school.as(login, List.of(Role.TEACHER.id()), () -> {
            taskService.complete(task.getId(), input);
            return null;
        });
        school.runJobs();
        assertNothingButFlagsStands();
    }
}
