package org.mentoringroadmap.platform.camunda;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * When work that failed is tried again. Steps of a model say so themselves; follow-ups have no model: they are tried soon,
 * then at growing distances, and then they are an incident.
 */
@Component
class JobRetries implements FailedJobCommandFactory {
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(30));

    static final int FOLLOW_UP_TRIES = PAUSES.size() + 1;

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        return new DefaultJobRetryCmd(jobId, exception) {
            @Override
            protected void executeStandardStrategy(CommandContext context) {
                super.executeStandardStrategy(context);
                JobEntity job = getJob();
                if (job != null && FollowUpJob.TYPE.equals(job.getJobHandlerType())) {
                    pause(job);
                }
            }
        };
    }

    /** Without a failed try, after a mere collision, there is no pause. */
    private static void pause(JobEntity job) {
        int failed = FOLLOW_UP_TRIES - job.getRetries();
        if (failed > 0 && job.getRetries() > 0) {
            job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(PAUSES.get(failed - 1))));
        }
    }
}
