package org.mentoringroadmap.platform.camunda;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the engine could not do by itself after all retries, and an administrator has to look at. Shown across all
 * schools: callers ask for the role of an administrator first.
 */
@Component
public class Incidents {
    private static final int SHOWN = 200;

    /**
     * Work that failed.
     *
     * @param id the incident's id
     * @param process name of the process, or that it follows from what somebody did
     * @param activity name of the step or of what follows
     * @param message why, in Russian for what follows; of a process what the program said
     * @param at when
     * @param programmeId programme; empty where the instance belongs to none
     * @param instanceId process instance, for Cockpit; empty where the work belongs to none
     * @param retryable whether trying again is possible
     */
    public record Failure(
            String id,
            String process,
            String activity,
            String message,
            LocalDateTime at,
            Optional<String> programmeId,
            Optional<String> instanceId,
            boolean retryable) {}

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final FailureTexts texts;
    private final SystemAuthority system;
    private final Clock clock;

    Incidents(
            RuntimeService runtime,
            RepositoryService repository,
            ManagementService management,
            FailureTexts texts,
            SystemAuthority system,
            Clock clock) {
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
        this.texts = texts;
        this.system = system;
        this.clock = clock;
    }

    /** How many there are; an instance that only waits for a failed one below it does not count again. */
    public long count() {
        return system.get(() -> runtime.createIncidentQuery().list().stream()
                .filter(Incidents::isCause)
                .count());
    }

    /** The open ones, the newest first; no more than 200. */
    public List<Failure> open() {
        return system.get(() -> {
            List<Incident> causes = runtime.createIncidentQuery().orderByIncidentTimestamp().desc().list().stream()
                    .filter(Incidents::isCause)
                    .limit(SHOWN)
                    .toList();
            Map<String, ProcessInstance> instances = instances(causes);
            return causes.stream()
                    .map(incident -> failure(
                            incident,
                            Optional.ofNullable(incident.getProcessInstanceId()).map(instances::get)))
                    .toList();
        });
    }

    /**
     * Lets the engine try once more; it does so within seconds.
     *
     * @throws NotFoundException {@code incident.unknown} when it is open no longer
     */
    @Transactional
    public void retry(String incidentId) {
        system.run(() -> {
            Incident incident =
                    runtime.createIncidentQuery().incidentId(incidentId).singleResult();
            if (incident == null || job(incident).isEmpty()) {
                throw new NotFoundException("incident.unknown");
            }
            // The last failure has put it off once more.
            management.setJobDuedate(incident.getConfiguration(), null);
            management.setJobRetries(incident.getConfiguration(), 1);
        });
    }

    private Map<String, ProcessInstance> instances(List<Incident> incidents) {
        var ids = incidents.stream()
                .map(Incident::getProcessInstanceId)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
    }

    private Failure failure(Incident incident, Optional<ProcessInstance> instance) {
        Optional<Job> job = job(incident);
        Optional<FollowUpJob.Work> followUp = job.flatMap(FollowUpJob::workOf);
        return new Failure(
                incident.getId(),
                followUp.map(work -> texts.followUps())
                        .or(() -> definition(incident).map(ProcessDefinition::getName))
                        .orElse(""),
                followUp.map(work -> texts.followUp(work.kind())).orElseGet(() -> activity(incident)),
                Optional.ofNullable(incident.getIncidentMessage()).orElse(""),
                LocalDateTime.ofInstant(incident.getIncidentTimestamp().toInstant(), clock.getZone()),
                followUp.map(work -> String.valueOf(work.programmeId()))
                        .or(() -> instance.map(ProcessInstance::getBusinessKey)),
                Optional.ofNullable(incident.getProcessInstanceId()),
                job.isPresent());
    }

    private Optional<ProcessDefinition> definition(Incident incident) {
        return Optional.ofNullable(incident.getProcessDefinitionId()).map(repository::getProcessDefinition);
    }

    private String activity(Incident incident) {
        if (incident.getProcessDefinitionId() == null || incident.getActivityId() == null) {
            return "";
        }
        return Optional.ofNullable(repository
                        .getBpmnModelInstance(incident.getProcessDefinitionId())
                        .<FlowElement>getModelElementById(incident.getActivityId()))
                .map(FlowElement::getName)
                .orElse(incident.getActivityId());
    }

    private Optional<Job> job(Incident incident) {
        return Optional.ofNullable(incident.getConfiguration())
                .map(id -> management.createJobQuery().jobId(id).singleResult());
    }

    private static boolean isCause(Incident incident) {
        return incident.getId().equals(incident.getCauseIncidentId());
    }
}
