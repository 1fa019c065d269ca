package org.mentoringroadmap.platform.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.FollowUps;
import org.mentoringroadmap.shared.RowLocks;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps each request as a row, and one job of the engine for those that came before it has begun. Who finds a row that
 * waits locks it until its own commit, so the job that will take the row sees what was done; a row that is locked, by
 * another act or by its job, is passed by, so nobody waits, and gets a neighbour with a job of its own.
 */
@Component
class EngineFollowUps implements FollowUps {
    /** The job of an older request may have failed for good: the next act has the work tried anew. */
    private static final Duration TRUSTED = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final RowLocks rows;
    private final ProcessEngine engine;
    private final Programmes programmes;
    private final Asked asked;
    private final Clock clock;

    EngineFollowUps(
            JdbcClient jdbc, RowLocks rows, ProcessEngine engine, Programmes programmes, Asked asked, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.engine = engine;
        this.programmes = programmes;
        this.asked = asked;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void request(String kind, Long programmeId) {
        FollowUpJob.Work work = new FollowUpJob.Work(kind, programmeId);
        if (asked.first(work) && !waits(work)) {
            jdbc.sql("insert into follow_up (kind, programme_id, requested_at) values (?, ?, ?)")
                    .params(kind, programmeId, LocalDateTime.now(clock))
                    .update();
            send(work);
        }
    }

    private boolean waits(FollowUpJob.Work work) {
        return !rows.selectFree("select id from follow_up where programme_id = ? and kind = ? and requested_at > ?")
                .params(
                        work.programmeId(),
                        work.kind(),
                        LocalDateTime.now(clock).minus(TRUSTED))
                .query(Long.class)
                .list()
                .isEmpty();
    }

    private void send(FollowUpJob.Work work) {
        MessageEntity job = new MessageEntity();
        job.setJobHandlerType(FollowUpJob.TYPE);
        job.setJobHandlerConfiguration(work);
        job.setTenantId(programmes.get(work.programmeId()).schoolId());
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    context.getJobManager().send(job);
                    return null;
                });
    }

    /** What the running transaction has asked for already. */
    @Component
    @Scope(scopeName = EngineSettings.TRANSACTION, proxyMode = ScopedProxyMode.TARGET_CLASS)
    static class Asked {
        private final Set<FollowUpJob.Work> works = new HashSet<>();

        boolean first(FollowUpJob.Work work) {
            return works.add(work);
        }
    }
}
