package org.mentoringroadmap.platform.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How the engine gets on with what it has to do by itself. Across all schools: callers ask for an administrator first. */
@Component
public class EngineWork {
    private static final int LOOKED_AT = 100;

    /**
     * The engine's queue.
     *
     * @param runs whether this node takes work from the queue
     * @param waiting how many jobs could be done now
     * @param oldest since when the one that waits longest does; of the first hundred, empty when nothing waits
     * @param incidents how many failed for good
     */
    public record Queue(boolean runs, long waiting, Optional<Instant> oldest, long incidents) {}

    private final ManagementService management;
    private final ObjectProvider<JobExecutor> executor;
    private final Incidents incidents;
    private final SystemAuthority system;
    private final Clock clock;

    EngineWork(
            ManagementService management,
            ObjectProvider<JobExecutor> executor,
            Incidents incidents,
            SystemAuthority system,
            Clock clock) {
        this.management = management;
        this.executor = executor;
        this.incidents = incidents;
        this.system = system;
        this.clock = clock;
    }

    /** The queue as it is now. */
    public Queue queue() {
        return system.get(() -> {
            List<Job> first = management
                    .createJobQuery()
                    .executable()
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, LOOKED_AT);
            return new Queue(
                    executor.stream().anyMatch(JobExecutor::isActive),
                    waiting(),
                    first.stream().map(this::due).min(Instant::compareTo),
                    incidents.count());
        });
    }

    /** How many jobs could be done now. */
    public long waiting() {
        return system.get(() -> management.createJobQuery().executable().count());
    }

    private Instant due(Job job) {
        return Optional.ofNullable(job.getDuedate())
                .or(() -> Optional.ofNullable(job.getCreateTime()))
                .map(Date::toInstant)
                .orElseGet(clock::instant);
    }
}
