package org.mentoringroadmap.mentorship.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.programme.Lifecycles;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.ProcessVariable;
import org.mentoringroadmap.shared.SystemAuthority;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Component;

/** Starts and moves the processes of pairs and searches; the services have checked who asks. */
@Component
class MentorshipProcessAdapter implements MentorshipProcess {
    private static final String MENTORSHIP_STARTED = "MentorshipStarted";
    private static final String MENTORSHIP_ENDED = "MentorshipEnded";
    private static final String MEETING_RECORDED = "MeetingRecorded";
    private static final String PROGRAMME_CLOSED = "ProgrammeClosed";
    private static final String SEARCH_STARTED = "MentorSearchStarted";
    private static final String MENTOR_FOUND = "MentorFound";
    private static final String SEARCH_STOPPED = "SearchStopped";
    private static final String MENTOR_APPEARED = "MentorAppeared";
    private static final String PROPOSAL_VOID = "ProposalVoid";
    private static final String MEETING_TASK = "Task_HoldMeeting";
    private static final String WATCH_TASK = "Task_WatchMeetings";
    private static final String SUPPORT_TASK = "Task_Support";
    private static final String PROPOSAL_TASK = "Task_ReviewProposal";
    private static final String DUTIES_TASK = "Task_CollectDuties";

    private final RuntimeService runtime;
    private final TaskService engineTasks;
    private final Tasks tasks;
    private final Lifecycles lifecycles;
    private final PairTasks pairTasks;
    private final SystemAuthority system;
    private final Clock clock;

    MentorshipProcessAdapter(
            RuntimeService runtime,
            TaskService engineTasks,
            Tasks tasks,
            Lifecycles lifecycles,
            PairTasks pairTasks,
            SystemAuthority system,
            Clock clock) {
        this.pairTasks = pairTasks;
        this.runtime = runtime;
        this.engineTasks = engineTasks;
        this.tasks = tasks;
        this.lifecycles = lifecycles;
        this.system = system;
        this.clock = clock;
    }

    @Override
    public void start(Programme programme, Long pairId) {
        lifecycles.start(
                programme,
                "mentorship",
                MENTORSHIP_STARTED,
                Map.of(BlockVariables.PAIR_ID.name(), String.valueOf(pairId)));
    }

    @Override
    public void startSearch(Programme programme, Long searchId) {
        lifecycles.start(
                programme,
                "mentor-search",
                SEARCH_STARTED,
                Map.of(MentorshipVariables.SEARCH_ID.name(), String.valueOf(searchId)));
    }

    @Override
    public void meetingRecorded(Long programmeId, Collection<Long> pairIds, MeetingKind kind) {
        MeetingKind next = kind.repeats() ? kind : MeetingKind.FINAL;
        Map<String, Object> variables = Map.of(MentorshipVariables.NEXT_MEETING.name(), next.id());
        system.run(() -> waiting(programmeId, pairIds, kind)
                .forEach(execution -> runtime.messageEventReceived(MEETING_RECORDED, execution.getId(), variables)));
    }

    /**
     * Who waits in a programme, and for whom, in two queries for any number of pairs: the engine has no index for the
     * values of variables, and would look through those of all schools for every pair.
     */
    private List<Execution> waiting(Long programmeId, Collection<Long> pairIds, MeetingKind kind) {
        List<Execution> waiting = runtime.createExecutionQuery()
                .messageEventSubscriptionName(MEETING_RECORDED)
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .list();
        Map<String, Map<String, Object>> values =
                values(waiting.stream().map(Execution::getProcessInstanceId).toList());
        Set<String> pairs = pairIds.stream().map(String::valueOf).collect(Collectors.toSet());
        return waiting.stream()
                .filter(execution -> {
                    Map<String, Object> of = values.getOrDefault(execution.getProcessInstanceId(), Map.of());
                    return pairs.contains(of.get(BlockVariables.PAIR_ID.name()))
                            && (kind == MeetingKind.FINAL
                                    || kind.id().equals(of.get(MentorshipVariables.MEETING_KIND.name())));
                })
                .toList();
    }

    /** Which pair, kind of meeting or search each instance is about: variables by their names, by instance. */
    private Map<String, Map<String, Object>> values(List<String> instanceIds) {
        return instanceIds.isEmpty()
                ? Map.of()
                : runtime
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(instanceIds.toArray(String[]::new))
                        .variableNameIn(
                                BlockVariables.PAIR_ID.name(),
                                MentorshipVariables.MEETING_KIND.name(),
                                MentorshipVariables.SEARCH_ID.name())
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                VariableInstance::getProcessInstanceId,
                                Collectors.toMap(
                                        VariableInstance::getName,
                                        VariableInstance::getValue,
                                        (first, other) -> first)));
    }

    @Override
    public void mentorChanged(Long pairId, String account) {
        system.run(() -> task(MEETING_TASK, BlockVariables.PAIR_ID, String.valueOf(pairId))
                .list()
                .forEach(task -> engineTasks.setAssignee(task.getId(), account)));
        pairTasks.mentorChanged(pairId, account);
    }

    @Override
    public void ended(Long pairId) {
        send(MENTORSHIP_ENDED, waiting(MENTORSHIP_ENDED, BlockVariables.PAIR_ID, pairId), Map.of());
    }

    @Override
    public void programmeClosed(Long programmeId) {
        system.run(() -> runtime.createMessageCorrelation(PROGRAMME_CLOSED)
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .correlateAll());
    }

    @Override
    public Set<MeetingKind> watchedKinds(Long programmeId) {
        Set<MeetingKind> kinds = EnumSet.noneOf(MeetingKind.class);
        system.run(() -> {
            List<String> watches = engineTasks
                    .createTaskQuery()
                    .taskDefinitionKey(WATCH_TASK)
                    .processInstanceBusinessKey(String.valueOf(programmeId))
                    .active()
                    .list()
                    .stream()
                    .map(Task::getProcessInstanceId)
                    .toList();
            values(watches).values().stream()
                    .map(of -> of.get(MentorshipVariables.MEETING_KIND.name()))
                    .filter(Objects::nonNull)
                    .map(kind -> MeetingKind.parse(kind.toString()))
                    .forEach(kinds::add);
        });
        return kinds;
    }

    @Override
    public void watched(Long programmeId, MeetingKind kind) {
        complete(task(WATCH_TASK, MentorshipVariables.MEETING_KIND, kind.id())
                .processInstanceBusinessKey(String.valueOf(programmeId)));
    }

    @Override
    public MeetingKind watchedKind(String taskId) {
        Object[] kind = new Object[1];
        system.run(() -> kind[0] = engineTasks.getVariables(taskId).get(MentorshipVariables.MEETING_KIND.name()));
        if (kind[0] == null) {
            throw new NotFoundException("task.unknown");
        }
        return MeetingKind.parse(kind[0].toString());
    }

    @Override
    public void found(Long searchId) {
        send(MENTOR_FOUND, waiting(MENTOR_FOUND, MentorshipVariables.SEARCH_ID, searchId), Map.of());
    }

    @Override
    public void stopped(Long searchId) {
        send(SEARCH_STOPPED, waiting(SEARCH_STOPPED, MentorshipVariables.SEARCH_ID, searchId), Map.of());
    }

    @Override
    public boolean collectsDuties(Long programmeId) {
        return system.get(() -> duties(programmeId).count() > 0);
    }

    @Override
    public void dutiesCollected(Long programmeId) {
        system.run(() -> duties(programmeId).list().forEach(task -> tasks.completeBySystem(task.getId(), Map.of())));
    }

    private TaskQuery duties(Long programmeId) {
        return engineTasks
                .createTaskQuery()
                .taskDefinitionKey(DUTIES_TASK)
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .active();
    }

    @Override
    public void mentorAppeared(Long programmeId, Collection<Long> searchIds) {
        sendToSearches(MENTOR_APPEARED, programmeId, searchIds);
    }

    @Override
    public void proposalVoid(Long programmeId, Long searchId) {
        sendToSearches(PROPOSAL_VOID, programmeId, List.of(searchId));
    }

    private void sendToSearches(String message, Long programmeId, Collection<Long> searchIds) {
        Set<String> wanted = searchIds.stream().map(String::valueOf).collect(Collectors.toSet());
        system.run(() -> {
            List<Execution> waiting = runtime.createExecutionQuery()
                    .messageEventSubscriptionName(message)
                    .processInstanceBusinessKey(String.valueOf(programmeId))
                    .list();
            Map<String, Map<String, Object>> values =
                    values(waiting.stream().map(Execution::getProcessInstanceId).toList());
            waiting.stream()
                    .filter(execution -> wanted.contains(values.getOrDefault(execution.getProcessInstanceId(), Map.of())
                            .get(MentorshipVariables.SEARCH_ID.name())))
                    .forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
        });
    }

    @Override
    public About about(Collection<String> instanceIds) {
        Map<String, Map<String, Object>> values = system.get(() -> values(List.copyOf(instanceIds)));
        return new About(ids(values, BlockVariables.PAIR_ID.name()), ids(values, MentorshipVariables.SEARCH_ID.name()));
    }

    private static Map<String, Long> ids(Map<String, Map<String, Object>> values, String name) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().get(name) != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Long.valueOf(entry.getValue().get(name).toString())));
    }

    @Override
    public Map<Long, String> proposalTasks(Long programmeId) {
        return tasksOfSearches(PROPOSAL_TASK, programmeId);
    }

    @Override
    public Map<Long, String> supportTasks(Long programmeId) {
        return tasksOfSearches(SUPPORT_TASK, programmeId);
    }

    private Map<Long, String> tasksOfSearches(String definitionKey, Long programmeId) {
        return system.get(() -> {
            List<Task> open = engineTasks
                    .createTaskQuery()
                    .taskDefinitionKey(definitionKey)
                    .processInstanceBusinessKey(String.valueOf(programmeId))
                    .active()
                    .list();
            Map<String, Map<String, Object>> values =
                    values(open.stream().map(Task::getProcessInstanceId).toList());
            return open.stream()
                    .collect(Collectors.toMap(
                            task -> Long.valueOf(values.get(task.getProcessInstanceId())
                                    .get(MentorshipVariables.SEARCH_ID.name())
                                    .toString()),
                            Task::getId));
        });
    }

    @Override
    public Long searchOf(String taskId) {
        return system.get(() -> Optional.ofNullable(engineTasks
                        .createTaskQuery()
                        .taskId(taskId)
                        .taskDefinitionKey(PROPOSAL_TASK)
                        .singleResult())
                .map(task -> engineTasks.getVariable(task.getId(), MentorshipVariables.SEARCH_ID.name()))
                .map(id -> Long.valueOf(id.toString()))
                .orElseThrow(() -> new NotFoundException("task.unknown")));
    }

    @Override
    public void supported(Long searchId) {
        complete(task(SUPPORT_TASK, MentorshipVariables.SEARCH_ID, String.valueOf(searchId)));
    }

    @Override
    public void supportOver(String taskId) {
        tasks.completeBySystem(taskId, Map.of(OutcomeFields.OUTCOME, Outcome.NOT_HELD.id()));
    }

    private void complete(TaskQuery open) {
        system.run(() -> open.active()
                .list()
                .forEach(task ->
                        tasks.completeBySystem(task.getId(), Map.copyOf(OutcomeFields.doneOn(LocalDate.now(clock))))));
    }

    private TaskQuery task(String definitionKey, ProcessVariable<String> variable, String value) {
        return engineTasks
                .createTaskQuery()
                .taskDefinitionKey(definitionKey)
                .processVariableValueEquals(variable.name(), value);
    }

    private ExecutionQuery waiting(String message, ProcessVariable<String> variable, Long id) {
        return runtime.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processVariableValueEquals(variable.name(), String.valueOf(id));
    }

    private void send(String message, ExecutionQuery waiting, Map<String, Object> variables) {
        system.run(() -> {
            List<Execution> found = waiting.list();
            found.forEach(execution -> runtime.messageEventReceived(message, execution.getId(), variables));
        });
    }
}
