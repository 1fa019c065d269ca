package org.mentoringroadmap.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

@ApplicationTest
class JobFailuresTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 9, 1, 9, 0);

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TestSchools schools;

    @Autowired
    private FailureTexts texts;

    @Autowired
    private JdbcClient jdbc;

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

        fail(new JobFailures(texts), collision);

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
        JobFailures failures = new JobFailures(texts);
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
        JobFailures failures = new JobFailures(texts);
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

    /** Words of a failure may quote what somebody typed, or a row of the database. */
    @Test
    void whatIsKeptOfAFailureQuotesNobody() {
        String name = "Незнамов-" + school.id();
        RuntimeException failure = new ProcessEngineException(
                "cannot write " + name, new IllegalStateException("Key (name)=(" + name + ") exists"));
        JobFailures failures = new JobFailures(texts);
        while (job().getRetries() > 0) {
            inEngine(context -> {
                context.getHistoricJobLogManager().fireJobFailedEvent(job(), failure);
                return null;
            });
            fail(failures, failure);
        }

        assertThat(job().getExceptionMessage()).contains("Ошибка в программе", "ProcessEngineException");
        assertThat(incidents()).isOne();
        List<String> kept = new ArrayList<>();
        for (String column : List.of(
                "exception_msg_ from act_ru_job",
                "incident_msg_ from act_ru_incident",
                "incident_msg_ from act_hi_incident",
                "job_exception_msg_ from act_hi_job_log")) {
            kept.addAll(jdbc.sql("select " + column).query(String.class).list());
        }
        List<String> traces = jdbc.sql("select bytes_ from act_ge_bytearray where bytes_ is not null")
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list();
        assertThat(traces).anyMatch(trace -> trace.contains(JobFailuresTest.class.getName()));
        kept.addAll(traces);
        assertThat(kept).filteredOn(Objects::nonNull).noneMatch(text -> text.contains(name));
    }

    private <T> T inEngine(Command<T> command) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command);
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
        inEngine(failures.getCommand(job().getId(), failure));
    }
}
