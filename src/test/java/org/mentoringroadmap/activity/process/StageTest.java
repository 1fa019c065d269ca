package org.mentoringroadmap.activity.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.ActivityFixture;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.task.Tasks;
import org.springframework.beans.factory.annotation.Autowired;

/** What a stage hands in arrives at its tasks, in the real engine with the shipped models. */
@ApplicationTest
class StageTest {
    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private Tasks tasks;

    @Test
    void aBlockKnowsItsItemTermAndRole() {
        TestSchool school = fixture.school();
        Programme programme = start(school, "target-model-1-conditions");

        assertThat(tasks.ofProgramme(programme.id()))
                .filteredOn(task -> "000-1.1.1".equals(task.roadmapItem()))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.due()).isEqualTo("2026-08-31T18:00:00");
                    assertThat(task.start()).isEqualTo("2026-06-01T08:00:00");
                    assertThat(task.roles()).contains("deputy");
                    assertThat(task.guide()).isNotBlank();
                });
    }

    @Test
    void aTaskOfAStageHasTheItemThatIsWrittenOnIt() {
        Deployment deployed = repository
                .createDeployment()
                .source("modeler")
                .addClasspathResource("models/stage-with-a-task.bpmn")
                .deploy();
        TestSchool school = fixture.school();
        Programme programme = start(school, "stage-with-a-task");
        Task task = school.tasks(programme.id().toString()).get(0);

        assertThat(school.as(Role.CURATOR, () -> tasks.get(task.getId())).roadmapItem())
                .isEqualTo("000-2");
        school.complete(Role.CURATOR, task, Map.of("outcome", "not-held", "note", "по бумажной карте"));
        assertThat(school.tasks(programme.id().toString())).isEmpty();
        repository.deleteDeployment(deployed.getId(), true);
    }

    private Programme start(TestSchool school, String stage) {
        Programme programme = fixture.programme(school);
        school.as(
                "starter",
                List.of(Role.ADMINISTRATOR.id()),
                () -> runtime.startProcessInstanceByKey(
                        stage,
                        programme.id().toString(),
                        Map.of(
                                "schoolId",
                                school.id(),
                                "programmeId",
                                programme.id().toString(),
                                "firstYear",
                                "2026",
                                "secondYear",
                                "2027")));
        for (int round = 0; round < 5; round++) {
            for (Job job : management
                    .createJobQuery()
                    .tenantIdIn(school.id())
                    .messages()
                    .withRetriesLeft()
                    .list()) {
                if (startsSomething(job)) {
                    management.executeJob(job.getId());
                }
            }
        }
        return programme;
    }

    /** Documents are none of this test's business. */
    private boolean startsSomething(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId()
                .startsWith("Start_");
    }
}
