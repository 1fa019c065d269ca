package org.mentoringroadmap.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

@ApplicationTest
class JobFailuresTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 9, 1, 9, 0);

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TestSchools schools;

    private TestSchool school;

    @BeforeEach
    void aJobThatHasNotRun() {
        TestClock.moveTo(NOW);
        school = schools.create(Role.CURATOR);
        school.as(
                Role.CURATOR,
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey("target-model", Map.of("schoolYear", "2026-2027")));
    }

    static Stream<RuntimeException> collisions() {
        return Stream.of(
                new OptimisticLockingException("changed"),
                new ObjectOptimisticLockingFailureException("Programme", 1L),
                new CannotAcquireLockException("lock"),
                new ProcessEngineException("wrapped", new SQLException("deadlock", "40P01")));
    }

    @ParameterizedTest
    @MethodSource("collisions")
    void aCollisionCostsNeitherRetriesNorTime(RuntimeException collision) {
        int retries = job().getRetries();

        fail(new JobFailures(), collision);

        assertThat(job().getRetries()).isEqualTo(retries);
        assertThat(job().getDuedate()).isNull();
        assertThat(job().getExceptionMessage()).isNull();
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .jobId(job().getId())
                        .executable()
                        .count())
                .isOne();
    }

    @Test
    void aFailureIsRetriedSoonAndThenEverLaterUntilSomebodyHasToLook() {
        JobFailures failures = new JobFailures();
        List<Duration> waits = new ArrayList<>();
        for (int left = 4; left >= 0; left--) {
            assertThat(incidents()).isZero();
            fail(failures, new IllegalStateException("the printer is off"));
            assertThat(job().getRetries()).isEqualTo(left);
            waits.add(Duration.between(
                    NOW, LocalDateTime.ofInstant(job().getDuedate().toInstant(), ZoneId.of("Europe/Moscow"))));
        }
        assertThat(waits.subList(0, 4))
                .containsExactly(
                        Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));
        assertThat(incidents()).isOne();
    }

    @Test
    void whatCollidesForEverIsAFailure() {
        JobFailures failures = new JobFailures();
        int retries = job().getRetries();
        for (int i = 0; i < JobFailures.COLLISIONS_AT_MOST; i++) {
            fail(failures, new OptimisticLockingException("changed"));
        }
        assertThat(job().getRetries()).isEqualTo(retries);

        for (int i = 0; i < 5; i++) {
            fail(failures, new OptimisticLockingException("changed"));
        }

        assertThat(job().getRetries()).isZero();
        assertThat(incidents()).isOne();
    }

    private long incidents() {
        return engine.getRuntimeService()
                .createIncidentQuery()
                .tenantIdIn(school.id())
                .count();
    }

    private Job job() {
        return engine.getManagementService()
                .createJobQuery()
                .tenantIdIn(school.id())
                .messages()
                .singleResult();
    }

    private void fail(FailedJobCommandFactory failures, RuntimeException failure) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(failures.getCommand(job().getId(), failure));
    }
}
