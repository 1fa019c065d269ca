package org.mentoringroadmap.task.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.ProcessVariable;
import org.mentoringroadmap.shared.SystemAuthority;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and completes the engine's tasks. */
@Component
class EngineTasks implements Tasks {
    /** How long a stage still waits at least for what people may leave open, once it has begun. */
    private static final Period STILL_OPEN = Period.ofDays(14);

    private static final Pattern PROGRAMME_ID = Pattern.compile("\\d{1,18}");

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final SystemAuthority system;
    private final ManagementService management;
    private final CandidateGroups candidates;
    private final Clock clock;

    EngineTasks(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            IdentityService identity,
            SystemAuthority system,
            ManagementService management,
            CandidateGroups candidates,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.identity = identity;
        this.system = system;
        this.management = management;
        this.candidates = candidates;
        this.clock = clock;
    }

    @Override
    public List<OpenTask> mine(int limit) {
        return open(listed(begun(mine())).listPage(0, limit));
    }

    @Override
    public long countMine() {
        return begun(mine()).count();
    }

    @Override
    public List<OpenTask> mineAhead(int limit) {
        return open(ahead(mine())
                .initializeFormKeys()
                .orderByFollowUpDate()
                .asc()
                .orderByTaskId()
                .asc()
                .listPage(0, limit));
    }

    @Override
    public long countMineAhead() {
        return ahead(mine()).count();
    }

    /** Those whose first day has come, as {@link OpenTask#hasBegun} says. */
    private TaskQuery begun(TaskQuery query) {
        return query.followUpBeforeOrNotExistent(date(tomorrow()));
    }

    /** All others. */
    private TaskQuery ahead(TaskQuery query) {
        return query.followUpAfter(justBefore(tomorrow()));
    }

    private LocalDateTime tomorrow() {
        return LocalDate.now(clock).plusDays(1).atStartOfDay();
    }

    @Override
    public long countMineDueBefore(LocalDateTime moment) {
        return begun(mine()).dueBefore(date(moment)).count();
    }

    @Override
    public long countMineDueBetween(LocalDateTime from, LocalDateTime before) {
        return begun(mine()).dueAfter(justBefore(from)).dueBefore(date(before)).count();
    }

    @Override
    public List<OpenTask> dueBetween(
            Collection<Long> programmeIds, LocalDateTime from, LocalDateTime before, int limit) {
        return programmeIds.isEmpty()
                ? List.of()
                : system.get(() -> open(listed(begun(of(programmeIds))
                                .dueAfter(justBefore(from))
                                .dueBefore(date(before)))
                        .listPage(0, limit)));
    }

    /** The engine's «after» leaves the moment itself out. */
    private Date justBefore(LocalDateTime moment) {
        return Date.from(moment.atZone(clock.getZone()).toInstant().minusMillis(1));
    }

    @Override
    public List<OpenTask> dueBefore(Collection<Long> programmeIds, LocalDateTime moment, int limit) {
        return programmeIds.isEmpty()
                ? List.of()
                : system.get(() -> open(
                        listed(begun(of(programmeIds)).dueBefore(date(moment))).listPage(0, limit)));
    }

    @Override
    public long countDueBefore(Collection<Long> programmeIds, LocalDateTime moment) {
        return programmeIds.isEmpty()
                ? 0
                : system.get(
                        () -> begun(of(programmeIds)).dueBefore(date(moment)).count());
    }

    private TaskQuery mine() {
        Authentication user = identity.getCurrentAuthentication();
        TaskQuery query = tasks.createTaskQuery().or().taskAssignee(user.getUserId());
        if (user.getGroupIds() != null && !user.getGroupIds().isEmpty()) {
            query = query.taskCandidateGroupIn(user.getGroupIds());
        }
        return query.endOr().active();
    }

    @Override
    public OpenTask get(String taskId) {
        Task task = Optional.ofNullable(tasks.createTaskQuery()
                        .taskId(taskId)
                        .initializeFormKeys()
                        .singleResult())
                .orElseThrow(() -> new NotFoundException("task.unknown"));
        return open(List.of(task)).stream().findFirst().orElseThrow(() -> new NotFoundException("task.unknown"));
    }

    @Override
    public OpenTask anybodys(String taskId) {
        return system.get(() -> get(taskId));
    }

    @Override
    @Transactional
    public void assign(String taskId, String login) {
        anybodys(taskId);
        system.run(() -> guarded(() -> tasks.setAssignee(taskId, login)));
    }

    @Override
    @Transactional
    public void claim(String taskId) {
        OpenTask task = get(taskId);
        String user = identity.getCurrentAuthentication().getUserId();
        if (task.assignee() != null && !task.assignee().equals(user)) {
            throw new UserInputException("task.taken");
        }
        guarded(() -> tasks.claim(taskId, user));
    }

    @Override
    @Transactional
    public void complete(String taskId, Map<String, Object> input) {
        claim(taskId);
        guarded(() -> tasks.complete(taskId, input));
    }

    @Override
    @Transactional
    public void completeBySystem(String taskId, Map<String, Object> input) {
        system.run(() -> guarded(() -> tasks.complete(taskId, input)));
    }

    @Override
    public List<OpenTask> ofActivity(Long programmeId, String roadmapItem, String elementId) {
        return system.get(() -> open(listed(of(List.of(programmeId))
                        .or()
                        .processVariableValueEquals(BlockVariables.ROADMAP_ITEM.name(), roadmapItem)
                        .taskDefinitionKey(elementId)
                        .endOr())
                .list()));
    }

    @Override
    public List<OpenTask> ofProgrammes(Collection<Long> programmeIds) {
        return programmeIds.isEmpty()
                ? List.of()
                : system.get(() -> open(listed(of(programmeIds)).list()));
    }

    @Override
    public List<OpenTask> ofInstances(Collection<String> instanceIds) {
        return instanceIds.isEmpty()
                ? List.of()
                : system.get(() -> open(listed(tasks.createTaskQuery()
                                .processInstanceIdIn(instanceIds.toArray(String[]::new))
                                .active())
                        .list()));
    }

    private TaskQuery of(Collection<Long> programmeIds) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(
                        programmeIds.stream().map(String::valueOf).toArray(String[]::new))
                .active();
    }

    private static TaskQuery listed(TaskQuery query) {
        return query.initializeFormKeys().orderByDueDate().asc().orderByTaskId().asc();
    }

    @Override
    @Transactional
    public void reschedule(Long programmeId, String roadmapItem, Span from, Span to) {
        Predicate<LocalDateTime> moves =
                term -> term.equals(from.due()) || term.isAfter(to.due()) || term.isBefore(LocalDateTime.now(clock));
        system.run(() -> {
            for (ProcessInstance block : runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(String.valueOf(programmeId))
                    .variableValueEquals(BlockVariables.ROADMAP_ITEM.name(), roadmapItem)
                    .list()) {
                move(block, BlockVariables.START, BlockVariables.DUE, moves, from, to);
                move(block, BlockVariables.TIME_START, BlockVariables.TIME_DUE, moves, from, to);
            }
            moveClosing(programmeId, roadmapItem, to.due());
            for (Task task : tasks.createTaskQuery()
                    .processInstanceBusinessKey(String.valueOf(programmeId))
                    .active()
                    .list()) {
                if (isOf(task, roadmapItem) && task.getDueDate() != null && moves.test(local(task.getDueDate()))) {
                    task.setDueDate(date(to.due()));
                    LocalDateTime start = start(local(task.getFollowUpDate()), from, to);
                    if (start != null) {
                        task.setFollowUpDate(date(start));
                    }
                    tasks.saveTask(task);
                }
            }
        });
    }

    private void move(
            ProcessInstance block,
            ProcessVariable<String> start,
            ProcessVariable<String> due,
            Predicate<LocalDateTime> moves,
            Span from,
            Span to) {
        if (due.find(name -> runtime.getVariable(block.getId(), name))
                .filter(term -> moves.test(LocalDateTime.parse(term)))
                .isEmpty()) {
            return;
        }
        due.to((name, value) -> runtime.setVariable(block.getId(), name, value), text(to.due()));
        LocalDateTime known = start.find(name -> runtime.getVariable(block.getId(), name))
                .map(LocalDateTime::parse)
                .orElse(null);
        LocalDateTime moved = start(known, from, to);
        if (moved != null) {
            start.to((name, value) -> runtime.setVariable(block.getId(), name, value), text(moved));
        }
    }

    /** A part of an activity, and what people have begun ahead, has a start of its own, which it keeps within the new term. */
    private static LocalDateTime start(LocalDateTime known, Span from, Span to) {
        boolean own = known != null && !known.equals(from.start()) && !known.isAfter(to.due());
        return own ? known : to.start();
    }

    /**
     * A stage that stops waiting at the end of the item stops with its new end. Where that has passed, because a move was
     * taken back, it waits as long as it would if it began now.
     */
    private void moveClosing(Long programmeId, String roadmapItem, LocalDateTime due) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime closing = due.isAfter(now) ? due : now.plus(STILL_OPEN).truncatedTo(ChronoUnit.SECONDS);
        for (ProcessInstance stage : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .variableValueEquals(BlockVariables.CLOSING_ITEM.name(), roadmapItem)
                .list()) {
            management
                    .createJobQuery()
                    .processInstanceId(stage.getId())
                    .timers()
                    .list()
                    .forEach(timer -> management.setJobDuedate(timer.getId(), date(closing)));
        }
    }

    private boolean isOf(Task task, String roadmapItem) {
        return itemOfElement(task)
                .or(() -> BlockVariables.ROADMAP_ITEM.find(name -> runtime.getVariable(task.getExecutionId(), name)))
                .filter(roadmapItem::equals)
                .isPresent();
    }

    private Date date(LocalDateTime time) {
        return Date.from(time.atZone(clock.getZone()).toInstant());
    }

    private static String text(LocalDateTime time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    /** The engine's refusals in our words; what a listener refused comes out as it was thrown. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (AuthorizationException e) {
            throw new ForbiddenException("task.forbidden");
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof UserInputException refused) {
                    throw refused;
                }
            }
            throw e;
        }
    }

    /** A fixed number of queries for any number of tasks, and one for each model whose element names the item. */
    private List<OpenTask> open(List<Task> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        return system.get(() -> {
            Set<String> instanceIds =
                    found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
            Map<String, Long> programmes =
                    runtime.createProcessInstanceQuery().processInstanceIds(instanceIds).list().stream()
                            .filter(instance -> PROGRAMME_ID
                                    .matcher(String.valueOf(instance.getBusinessKey()))
                                    .matches())
                            .collect(Collectors.toMap(
                                    ProcessInstance::getId, instance -> Long.valueOf(instance.getBusinessKey())));
            Map<String, String> items = runtime
                    .createVariableInstanceQuery()
                    .processInstanceIdIn(instanceIds.toArray(String[]::new))
                    .variableName(BlockVariables.ROADMAP_ITEM.name())
                    .list()
                    .stream()
                    .collect(Collectors.toMap(
                            VariableInstance::getProcessInstanceId,
                            variable -> String.valueOf(variable.getValue()),
                            (first, second) -> first));
            Map<String, List<String>> roles =
                    candidates.groupsOf(found.stream().map(Task::getId).toList());
            Map<List<String>, Optional<String>> elements = new HashMap<>();
            return found.stream()
                    .filter(task -> programmes.containsKey(task.getProcessInstanceId()))
                    .map(task -> open(
                            task,
                            programmes.get(task.getProcessInstanceId()),
                            Optional.ofNullable(items.get(task.getProcessInstanceId()))
                                    .or(() -> elements.computeIfAbsent(
                                            List.of(task.getProcessDefinitionId(), task.getTaskDefinitionKey()),
                                            element -> itemOfElement(task)))
                                    .orElse(null),
                            roles.getOrDefault(task.getId(), List.of())))
                    .toList();
        });
    }

    /** A task that stands in a stage itself carries its item as a property; the engine keeps the model in its cache. */
    private Optional<String> itemOfElement(Task task) {
        ModelElementInstance element = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return ModelProperties.item((BaseElement) element);
    }

    private OpenTask open(Task task, Long programmeId, String roadmapItem, List<String> roles) {
        return new OpenTask(
                task.getId(),
                task.getName(),
                task.getDescription(),
                programmeId,
                roadmapItem,
                task.getProcessInstanceId(),
                task.getTaskDefinitionKey(),
                Optional.ofNullable(task.getFormKey()),
                local(task.getFollowUpDate()),
                local(task.getDueDate()),
                task.getAssignee(),
                roles);
    }

    private LocalDateTime local(Date date) {
        return date == null ? null : LocalDateTime.ofInstant(date.toInstant(), clock.getZone());
    }
}
