package org.mentoringroadmap.programme.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.evidence.Evidence;
import org.mentoringroadmap.overview.ActivityProgress;
import org.mentoringroadmap.overview.Overview;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.EditedModel;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What earlier releases kept under numbers is found under the activities. */
abstract class EarlierRecordsContract {
    private static final String FILE = "target-model-1-conditions.bpmn";
    private static final String SITE = "target-model-1-conditions/Activity_PublishOnSite";
    private static final String TEMPLATES = "target-model-1-conditions/Activity_StudyTemplates";

    @Autowired
    private TestSchools schools;

    @Autowired
    private EarlierRecords earlier;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private Evidence evidence;

    @Autowired
    private Overview overview;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient jdbc;

    private String deployment;
    private TestSchool school;

    @BeforeEach
    void aSchool() {
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.SITE_EDITOR);
    }

    @AfterEach
    void takeBack() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void aNumberOfTheEditionBecomesAKey() {
        Long year = start();
        Task task = school.tasks(year.toString()).stream()
                .filter(open -> "000-1.1.1".equals(school.item(open)))
                .findFirst()
                .orElseThrow();
        school.complete(Role.CURATOR, task, Map.of("outcome", "not-held", "note", "по бумажной карте"));
        school.as(Role.CURATOR, () -> evidence.note(year, "000-1.1.1", "Заметка"));
        asBefore(year, "activity_outcome", TEMPLATES, "000-1.1.1");
        asBefore(year, "activity_evidence", TEMPLATES, "000-1.1.1");
        assertThat(row(year, TEMPLATES).outcome()).isNull();

        earlier.giveKeys();

        assertThat(row(year, TEMPLATES).outcome()).isNotNull();
        assertThat(row(year, TEMPLATES).evidence()).hasSize(1);
        assertThat(outcomes.find(year, "000-1.1.1")).isPresent();
    }

    @Test
    void aNumberThatWasTakenOutIsFoundInAnEarlierVersion() {
        deployment = repository
                .createDeployment()
                .addString(
                        FILE,
                        EditedModel.shipped(FILE)
                                .remove("Activity_PublishOnSite", false)
                                .text())
                .source("modeler")
                .deploy()
                .getId();
        Long year = start();
        school.as(Role.CURATOR, () -> evidence.note(year, "000-1.1.1", "Заметка о сайте"));
        asBefore(year, "activity_evidence", TEMPLATES, "000-1.2.5");

        earlier.giveKeys();

        assertThat(row(year, SITE).removed()).isTrue();
        assertThat(row(year, SITE).evidence()).extracting("title").containsExactly("Заметка о сайте");
        assertThat(row(year, TEMPLATES).evidence()).isEmpty();
    }

    private Long start() {
        return Long.valueOf(school.start("target-model", "2025-2026"));
    }

    private void asBefore(Long year, String table, String key, String number) {
        assertThat(jdbc.sql("update " + table + " set activity_key = ? where programme_id = ? and activity_key = ?")
                        .params(number, year, key)
                        .update())
                .isPositive();
    }

    private ActivityProgress row(Long year, String key) {
        return school.as(Role.CURATOR, () -> overview.table(year)).find(key).orElseThrow();
    }
}
