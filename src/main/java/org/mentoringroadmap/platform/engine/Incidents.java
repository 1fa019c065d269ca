package org.mentoringroadmap.platform.engine;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
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

    /** What a step's name takes from its instance, such as the title of a document. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

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
            Surroundings all = surroundings(causes);
            return causes.stream().map(incident -> failure(incident, all)).toList();
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
        Set<String> ids = named(incidents, Incident::getProcessInstanceId);
        return ids.isEmpty()
                ? Map.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
    }

    /** What belongs to incidents, read together; by the ids that they name. */
    private record Surroundings(
            Map<String, ProcessInstance> instances,
            Map<String, ProcessDefinition> definitions,
            Map<String, BpmnModelInstance> models,
            Map<String, Job> jobs,
            Map<String, String> values) {}

    private Surroundings surroundings(List<Incident> incidents) {
        Set<String> definitionIds = named(incidents, Incident::getProcessDefinitionId);
        Set<String> jobIds = named(incidents, Incident::getConfiguration);
        Map<String, BpmnModelInstance> models =
                definitionIds.stream().collect(Collectors.toMap(Function.identity(), repository::getBpmnModelInstance));
        return new Surroundings(
                instances(incidents),
                definitionIds.isEmpty()
                        ? Map.of()
                        : repository
                                .createProcessDefinitionQuery()
                                .processDefinitionIdIn(definitionIds.toArray(String[]::new))
                                .list()
                                .stream()
                                .collect(Collectors.toMap(ProcessDefinition::getId, Function.identity())),
                models,
                jobIds.isEmpty()
                        ? Map.of()
                        : management.createJobQuery().jobIds(jobIds).list().stream()
                                .collect(Collectors.toMap(Job::getId, Function.identity())),
                values(incidents, models));
    }

    private static Set<String> named(List<Incident> incidents, Function<Incident, String> id) {
        return incidents.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private Failure failure(Incident incident, Surroundings all) {
        Optional<Job> job = found(all.jobs(), incident.getConfiguration());
        Optional<FollowUpJob.Work> followUp = job.flatMap(FollowUpJob::workOf);
        return new Failure(
                incident.getId(),
                followUp.map(work -> texts.followUps())
                        .or(() -> found(all.definitions(), incident.getProcessDefinitionId())
                                .map(ProcessDefinition::getName))
                        .orElse(""),
                followUp.map(work -> texts.followUp(work.kind())).orElseGet(() -> activity(incident, all)),
                Optional.ofNullable(incident.getIncidentMessage()).orElse(""),
                LocalDateTime.ofInstant(incident.getIncidentTimestamp().toInstant(), clock.getZone()),
                followUp.map(work -> String.valueOf(work.programmeId()))
                        .or(() -> found(all.instances(), incident.getProcessInstanceId())
                                .map(ProcessInstance::getBusinessKey)),
                Optional.ofNullable(incident.getProcessInstanceId()),
                job.isPresent());
    }

    private static String activity(Incident incident, Surroundings all) {
        String name = drawn(incident, all.models());
        return VARIABLE.matcher(name)
                .replaceAll(variable -> Matcher.quoteReplacement(
                        found(all.values(), incident.getProcessInstanceId() + " " + variable.group(1))
                                .orElse("…")));
    }

    /** The step as the model names it. */
    private static String drawn(Incident incident, Map<String, BpmnModelInstance> models) {
        if (incident.getProcessDefinitionId() == null || incident.getActivityId() == null) {
            return "";
        }
        return found(models, incident.getProcessDefinitionId())
                .map(model -> model.<FlowElement>getModelElementById(incident.getActivityId()))
                .map(FlowElement::getName)
                .orElse(incident.getActivityId());
    }

    /** What names of steps take from their instances, by the instance and the variable's name. */
    private Map<String, String> values(List<Incident> incidents, Map<String, BpmnModelInstance> models) {
        Set<String> instances = named(incidents, Incident::getProcessInstanceId);
        String[] variables = incidents.stream()
                .flatMap(incident -> VARIABLE.matcher(drawn(incident, models)).results())
                .map(variable -> variable.group(1))
                .distinct()
                .toArray(String[]::new);
        return variables.length == 0
                ? Map.of()
                : runtime
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(instances.toArray(String[]::new))
                        .variableNameIn(variables)
                        .list()
                        .stream()
                        .filter(variable -> variable.getValue() != null)
                        .collect(Collectors.toMap(
                                variable -> variable.getProcessInstanceId() + " " + variable.getName(),
                                variable -> String.valueOf(variable.getValue()),
                                (first, second) -> first));
    }

    private static <T> Optional<T> found(Map<String, T> all, String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(all.get(id));
    }

    private Optional<Job> job(Incident incident) {
        return Optional.ofNullable(incident.getConfiguration())
                .map(id -> management.createJobQuery().jobId(id).singleResult());
    }

    private static boolean isCause(Incident incident) {
        return incident.getId().equals(incident.getCauseIncidentId());
    }
}
