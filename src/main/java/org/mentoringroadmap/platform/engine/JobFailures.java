package org.mentoringroadmap.platform.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ParseUtil;

/**
 * What becomes of a job that failed. One that only collided with another is done again at once and keeps its retries and
 * its date. Any other failure takes one retry and waits as long as the model's retry cycle says, or else the engine's
 * {@code failed-job-retry-time-cycle}, which holds for every kind of job here. A job that does nothing but collide has
 * another fault and is treated as failed. What is kept of a failure quotes nobody, see {@link NamelessFailure}.
 */
final class JobFailures implements FailedJobCommandFactory {
    static final int COLLISIONS_AT_MOST = 50;

    private final Cache<String, Integer> collisions =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    private final FailureTexts texts;

    JobFailures(FailureTexts texts) {
        this.texts = texts;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        boolean again =
                Collisions.caused(failure) && collisions.asMap().merge(jobId, 1, Integer::sum) <= COLLISIONS_AT_MOST;
        return again ? new Again(jobId) : new Later(jobId, NamelessFailure.of(failure, texts));
    }

    private static final class Again extends JobRetryCmd {
        Again(String jobId) {
            super(jobId, null);
        }

        @Override
        public Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job != null) {
                job.unlock();
                notifyAcquisition(context);
            }
            return null;
        }
    }

    private static final class Later extends DefaultJobRetryCmd {
        Later(String jobId, Throwable failure) {
            super(jobId, failure);
        }

        @Override
        public Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job == null || getCurrentActivity(context, job) != null) {
                return super.execute(context);
            }
            try {
                executeCustomStrategy(context, job, null);
            } catch (Exception e) {
                executeStandardStrategy(context);
            }
            return null;
        }

        /** The engine knows cycles of steps in a model only. */
        @Override
        public FailedJobRetryConfiguration getFailedJobRetryConfiguration(JobEntity job, ActivityImpl activity) {
            return activity == null ? general() : super.getFailedJobRetryConfiguration(job, activity);
        }

        private static FailedJobRetryConfiguration general() {
            return ParseUtil.parseRetryIntervals(
                    Context.getProcessEngineConfiguration().getFailedJobRetryTimeCycle());
        }

        @Override
        protected boolean shouldDecrementRetriesFor(Throwable failure) {
            return true;
        }
    }
}
