package org.mentoringroadmap.platform.engine;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.mentoringroadmap.shared.FollowUp;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Does what was asked for ({@link EngineFollowUps}). It takes the requests first, which waits for acts that lean on one of
 * them, and then works on what is committed by that time. Where another job has taken them all, that one saw the act. A
 * failure leaves the requests where they were.
 */
@Component
public class FollowUpJob implements JobHandler<FollowUpJob.Work> {
    static final String TYPE = "follow-up";

    /** Which work is to be done in which programme. */
    public record Work(String kind, Long programmeId) implements JobHandlerConfiguration {
        static Work parse(String text) {
            int end = text.lastIndexOf(' ');
            return new Work(text.substring(0, end), Long.valueOf(text.substring(end + 1)));
        }

        @Override
        public String toCanonicalString() {
            return kind + " " + programmeId;
        }
    }

    private final ObjectProvider<FollowUp> followUps;
    private final JdbcClient jdbc;
    private final SystemAuthority system;
    private final EntityManager entities;
    private final FailureTexts failures;

    FollowUpJob(
            ObjectProvider<FollowUp> followUps,
            JdbcClient jdbc,
            SystemAuthority system,
            EntityManager entities,
            FailureTexts failures) {
        this.followUps = followUps;
        this.jdbc = jdbc;
        this.system = system;
        this.entities = entities;
        this.failures = failures;
    }

    /** What a job is to do; empty for a job of a process. */
    public static Optional<Work> workOf(Job job) {
        return Optional.of((JobEntity) job)
                .filter(entity -> TYPE.equals(entity.getJobHandlerType()))
                .map(entity -> Work.parse(entity.getJobHandlerConfigurationRaw()));
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public Work newConfiguration(String text) {
        return Work.parse(text);
    }

    @Override
    public void execute(Work work, ExecutionEntity execution, CommandContext context, String schoolId) {
        try {
            int taken = jdbc.sql("delete from follow_up where programme_id = ? and kind = ?")
                    .params(work.programmeId(), work.kind())
                    .update();
            if (taken > 0) {
                FollowUp followUp = followUps.stream()
                        .filter(one -> one.kind().equals(work.kind()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No follow-up of the kind " + work.kind()));
                system.run(() -> followUp.run(work.programmeId()));
                entities.flush(); // what the database refuses fails here and not at the commit
            }
        } catch (RuntimeException e) {
            if (Collisions.caused(e)) {
                throw e; // no failure: the engine tries again at once
            }
            throw new NamelessFailure(failures.cause(e), e);
        }
    }

    @Override
    public void onDelete(Work work, JobEntity job) {
        // requests whose job somebody deletes are taken by the next one
    }
}
