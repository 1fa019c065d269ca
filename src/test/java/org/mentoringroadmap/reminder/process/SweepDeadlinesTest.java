package org.mentoringroadmap.reminder.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.reminder.Reminders;
import org.mentoringroadmap.reminder.TaskReminder;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.task.Tasks;
import org.springframework.beans.factory.annotation.Autowired;

/** «Контроль сроков» in the shipped master, from its timer to what the deputy sees. */
@ApplicationTest
class SweepDeadlinesTest {
    @Autowired
    TestSchools schools;

    @Autowired
    Reminders reminders;

    @Autowired
    TaskService tasks;

    @Autowired
    Tasks ownTasks;

    @Test
    void everyMorningTheMasterRemindsAndFollowsMovedTerms() {
        at("2025-08-23T12:00:00");
        TestSchool school = schools.create(Role.CURATOR, Role.DEPUTY);
        String programmeId = school.start("target-model", "2025-2026");
        assertThat(seenBy(school)).isEmpty();

        at("2025-08-24T06:05:00");
        school.runJobs();
        List<TaskReminder> first = seenBy(school);
        assertThat(first).isNotEmpty().allSatisfy(seen -> {
            assertThat(seen.task().programmeId()).isEqualTo(Long.valueOf(programmeId));
            assertThat(seen.reminder().orElseThrow().rung()).isEqualTo(-7);
        });

        at("2025-08-25T06:05:00");
        school.runJobs();
        assertThat(seenBy(school)).hasSameSizeAs(first);

        Task moved = tasks.createTaskQuery().taskId(first.get(0).task().id()).singleResult();
        moved.setDueDate(date("2025-08-26T18:00:00"));
        tasks.saveTask(moved);
        at("2025-08-26T06:05:00");
        school.runJobs();
        assertThat(seenBy(school))
                .filteredOn(seen -> seen.task().id().equals(moved.getId()))
                .singleElement()
                .satisfies(
                        seen -> assertThat(seen.reminder().orElseThrow().rung()).isZero());

        Task study = school.tasks(programmeId).stream()
                .filter(task -> "000-1.1.1".equals(tasks.getVariable(task.getId(), "roadmapItem")))
                .findFirst()
                .orElseThrow();
        school.complete(Role.DEPUTY, study, Map.of("outcome", "done", "date", "2025-08-26"));
        assertThat(seenBy(school)).noneMatch(seen -> seen.task().id().equals(study.getId()));
    }

    private List<TaskReminder> seenBy(TestSchool school) {
        return school
                .as(
                        Role.DEPUTY,
                        () -> reminders.pressing(ownTasks.mine(100), 100).first())
                .stream()
                .filter(seen -> seen.reminder().isPresent())
                .toList();
    }

    private static void at(String moment) {
        TestClock.moveTo(LocalDateTime.parse(moment));
    }

    private static Date date(String moment) {
        return Date.from(
                LocalDateTime.parse(moment).atZone(ZoneId.of("Europe/Moscow")).toInstant());
    }
}
