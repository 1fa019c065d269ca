package org.mentoringroadmap.programme.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.mentoringroadmap.programme.ModelUpdates.Reason;
import org.mentoringroadmap.programme.NotCarriedOver;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.RunningModels;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Migrates by the engine's own means. The engine moves the tokens; what an activity hands in to the block that it has called
 * is worked out anew. A value that somebody has changed since is left as it is.
 */
@Component
class EngineRunningModels implements RunningModels {
    private static final String CALL = "callActivity";
    private static final List<String> NUMBERS =
            List.of(BlockVariables.ROADMAP_ITEM.name(), BlockVariables.CLOSING_ITEM.name());

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final HistoryService history;
    private final ModelValues values;
    private final RunningParameters parameters;
    private final ApplicationEventPublisher events;
    private final SystemAuthority system;

    EngineRunningModels(
            RuntimeService runtime,
            TaskService tasks,
            RepositoryService repository,
            HistoryService history,
            ModelValues values,
            RunningParameters parameters,
            ApplicationEventPublisher events,
            SystemAuthority system) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.repository = repository;
        this.history = history;
        this.values = values;
        this.parameters = parameters;
        this.events = events;
        this.system = system;
    }

    @Override
    public Set<String> running(Long programmeId) {
        return system.get(() -> unfinished(programmeId).stream()
                .map(instance -> instance.getProcessDefinitionKey())
                .collect(Collectors.toSet()));
    }

    @Override
    public void carryOver(Programme programme, String from, String to, Map<String, String> numbers, Runnable switched) {
        system.run(() -> {
            List<String> instances = runtime
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(String.valueOf(programme.id()))
                    .processDefinitionId(from)
                    .list()
                    .stream()
                    .map(ProcessInstance::getId)
                    .toList();
            checkReopened(programme, repository.getBpmnModelInstance(from), repository.getBpmnModelInstance(to));
            bringOver(programme, instances, from, to, () -> {
                switched.run();
                renumber(programme, numbers);
            });
        });
    }

    @Override
    public List<Begun> behind(Long programmeId, Map<String, String> newest) {
        return system.get(() -> {
            List<HistoricProcessInstance> behind = unfinished(programmeId).stream()
                    .filter(one -> newest.containsKey(one.getProcessDefinitionKey()))
                    .filter(one -> !newest.get(one.getProcessDefinitionKey()).equals(one.getProcessDefinitionId()))
                    .toList();
            return begun(behind);
        });
    }

    private List<HistoricProcessInstance> unfinished(Long programmeId) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(programmeId))
                .unfinished()
                .list();
    }

    private List<Begun> begun(List<HistoricProcessInstance> instances) {
        Map<String, String> items = items(instances);
        return instances.stream()
                .map(one -> new Begun(
                        one.getId(),
                        one.getProcessDefinitionKey(),
                        one.getProcessDefinitionId(),
                        items.getOrDefault(one.getId(), "")))
                .toList();
    }

    @Override
    public List<Parameter> parameters(Long programmeId, Function<Begun, String> definition) {
        return system.get(() -> parameters.differing(begun(unfinished(programmeId)), definition));
    }

    @Override
    public void give(Programme programme, List<Parameter> given) {
        system.run(() -> {
            Map<String, TaskValues> waiting = waiting(
                    given.stream().map(one -> one.block().instance()).distinct().toList(), List.of());
            given.forEach(one -> runtime.setVariable(one.block().instance(), one.name(), one.value()));
            waiting.forEach(this::readAnew);
            events.publishEvent(new Staff.RolesChanged(programme.schoolId()));
        });
    }

    private Map<String, String> items(List<HistoricProcessInstance> instances) {
        return instances.isEmpty()
                ? Map.of()
                : runtime
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(instances.stream()
                                .map(HistoricProcessInstance::getId)
                                .toArray(String[]::new))
                        .variableName(BlockVariables.ROADMAP_ITEM.name())
                        .list()
                        .stream()
                        .filter(variable -> variable.getProcessInstanceId().equals(variable.getExecutionId()))
                        .collect(Collectors.toMap(
                                VariableInstance::getProcessInstanceId, one -> String.valueOf(one.getValue())));
    }

    @Override
    public void carryOver(Programme programme, List<Begun> begun, String to) {
        system.run(() -> begun.stream()
                .collect(Collectors.groupingBy(Begun::from))
                .forEach((from, all) -> {
                    List<String> instances = all.stream().map(Begun::instance).toList();
                    BpmnModelInstance before = repository.getBpmnModelInstance(from);
                    BpmnModelInstance after = repository.getBpmnModelInstance(to);
                    instances.forEach(instance -> {
                        checkOpen(before, after, open(instance));
                        PassedSteps.missed(before, after, open(instance)).ifPresent(step -> {
                            throw new NotCarriedOver(Reason.PASSED, name(step));
                        });
                    });
                    bringOver(
                            programme, instances, from, to, () -> instances.forEach(one -> addParameters(one, after)));
                }));
    }

    /** What a start that has been passed would have given. */
    private void addParameters(String instance, BpmnModelInstance model) {
        model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process)
                .flatMap(start -> ModelProperties.parameters(start).entrySet().stream())
                .filter(parameter -> runtime.getVariable(instance, parameter.getKey()) == null)
                .forEach(parameter -> runtime.setVariable(
                        instance,
                        parameter.getKey(),
                        values.saidByCaller(instance, parameter.getKey()).orElse(parameter.getValue())));
    }

    private void bringOver(Programme programme, List<String> instances, String from, String to, Runnable switched) {
        BpmnModelInstance before = repository.getBpmnModelInstance(from);
        BpmnModelInstance after = repository.getBpmnModelInstance(to);
        instances.forEach(instance -> check(instance, before, after));
        List<OpenCall> calls = instances.stream().flatMap(this::openCalls).toList();
        Map<String, TaskValues> waiting = waiting(instances, calls);
        List<Join> joins = instances.stream()
                .flatMap(instance -> shrinking(instance, before, after).stream())
                .toList();
        joins.forEach(this::takeOff);
        migrate(instances, from, to, before);
        joins.forEach(this::putBack);
        switched.run();
        calls.forEach(this::handInAnew);
        waiting.forEach(this::readAnew);
        events.publishEvent(new Staff.RolesChanged(programme.schoolId()));
    }

    private Set<String> open(String instance) {
        return Ahead.open(runtime.getActivityInstance(instance));
    }

    /** What the engine does not look at: a block of another kind, and what was added where the process has passed. */
    private void check(String instance, BpmnModelInstance before, BpmnModelInstance after) {
        Set<String> open = open(instance);
        checkOpen(before, after, open);
        for (String id : begun(runtime.getActivityInstance(instance), new HashSet<>())) {
            if (before.getModelElementById(id) instanceof CallActivity old
                    && after.getModelElementById(id) instanceof CallActivity now
                    && (!Objects.equals(old.getCalledElement(), now.getCalledElement())
                            || !RunningParameters.mayDiffer(old, now))) {
                throw new NotCarriedOver(Reason.BLOCK_CHANGED, name(old));
            }
        }
        Set<String> ahead = Ahead.of(after, open);
        FlowGraph.everywhere(after, FlowNode.class).stream()
                .filter(node -> isActivity(node) && before.getModelElementById(node.getId()) == null)
                .filter(node -> !ahead.contains(node.getId()))
                .findFirst()
                .ifPresent(node -> {
                    throw new NotCarriedOver(Reason.PASSED, name(node));
                });
        after.getModelElementsByType(ParallelGateway.class).stream()
                .filter(join -> before.getModelElementById(join.getId()) == null)
                .flatMap(join -> missing(join, open))
                .findFirst()
                .ifPresent(node -> {
                    throw new NotCarriedOver(Reason.PASSED, name(node));
                });
    }

    /** Told before what is new: what was drawn anew is both gone and new. */
    private static void checkOpen(BpmnModelInstance before, BpmnModelInstance after, Set<String> open) {
        open.stream()
                .filter(id -> before.getModelElementById(id) instanceof Activity)
                .filter(id -> after.getModelElementById(id) == null)
                .sorted()
                .findFirst()
                .ifPresent(id -> {
                    throw new NotCarriedOver(Reason.ACTIVITY_OPEN, name(before, id));
                });
    }

    /** A new join waits for ever where one of its ways comes from what the process has passed. */
    private static Stream<FlowNode> missing(ParallelGateway join, Set<String> open) {
        FlowGraph graph = new FlowGraph(join.getParentElement());
        Set<FlowNode> ahead = graph.behind(graph.nodes().stream()
                .filter(node -> open.contains(node.getId()))
                .toList());
        return ahead.contains(join)
                ? graph.incoming(join).stream().map(SequenceFlow::getSource).filter(source -> !ahead.contains(source))
                : Stream.empty();
    }

    private static boolean isActivity(FlowNode node) {
        Map<String, String> properties = ModelProperties.of(node);
        return properties.containsKey(ModelProperties.ITEM) || properties.containsKey(ModelProperties.STAGE);
    }

    /** Beside a stage an activity can be open that was asked for anew; it must not lose its row. */
    private void checkReopened(Programme programme, BpmnModelInstance before, BpmnModelInstance after) {
        FlowGraph.everywhere(before, FlowNode.class).stream()
                .filter(node -> ModelProperties.of(node).containsKey(ModelProperties.ITEM))
                .filter(node -> after.getModelElementById(node.getId()) == null)
                .filter(node -> runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(String.valueOf(programme.id()))
                                .variableValueEquals(
                                        BlockVariables.ROADMAP_ITEM.name(),
                                        ModelProperties.of(node).get(ModelProperties.ITEM))
                                .count()
                        > 0)
                .findFirst()
                .ifPresent(node -> {
                    throw new NotCarriedOver(Reason.ACTIVITY_OPEN, name(node));
                });
    }

    /** What has begun and not ended. */
    private static Set<String> begun(ActivityInstance instance, Set<String> begun) {
        begun.add(instance.getActivityId().replaceFirst("#.*", ""));
        Arrays.stream(instance.getChildActivityInstances()).forEach(child -> begun(child, begun));
        return begun;
    }

    private Stream<HistoricActivityInstance> unfinished(String instance) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).unfinished().list().stream();
    }

    /**
     * Tokens that wait at a join to which fewer ways will lead.
     *
     * @param scope instance of the sub-process, or of the process, in which the join stands
     * @param tokens those that wait
     * @param kept how many of them stand for ways that there still are
     */
    private record Join(String instance, String scope, String id, List<String> tokens, int kept) {}

    /**
     * A join waits for as many tokens as ways lead to it. Where a way is taken out behind which everything had ended, its
     * token waits there already and would stand for another one; and the engine moves no tokens to a join with fewer ways.
     */
    private List<Join> shrinking(String instance, BpmnModelInstance before, BpmnModelInstance after) {
        Map<List<String>, List<String>> waiting = new HashMap<>();
        waitingAtJoins(runtime.getActivityInstance(instance), before, waiting);
        List<Join> joins = new ArrayList<>();
        waiting.forEach((place, tokens) -> {
            String id = place.get(1);
            int added = ways(after, id) - ways(before, id);
            if (added > 0) {
                throw new NotCarriedOver(Reason.PASSED, name(after, id));
            }
            if (added < 0) {
                joins.add(new Join(instance, place.get(0), id, tokens, Math.max(0, tokens.size() + added)));
            }
        });
        return joins;
    }

    private void takeOff(Join join) {
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(join.instance());
        join.tokens().forEach(change::cancelActivityInstance);
        change.execute();
    }

    private void putBack(Join join) {
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(join.instance());
        for (int token = 0; token < join.kept(); token++) {
            change.startBeforeActivity(join.id(), join.scope());
        }
        if (join.kept() > 0) {
            change.execute();
        }
    }

    private static void waitingAtJoins(
            ActivityInstance instance, BpmnModelInstance model, Map<List<String>, List<String>> tokens) {
        if (model.getModelElementById(instance.getActivityId()) instanceof ParallelGateway) {
            tokens.computeIfAbsent(
                            List.of(instance.getParentActivityInstanceId(), instance.getActivityId()),
                            join -> new ArrayList<>())
                    .add(instance.getId());
        }
        Arrays.stream(instance.getChildActivityInstances()).forEach(child -> waitingAtJoins(child, model, tokens));
    }

    private static int ways(BpmnModelInstance model, String join) {
        return (int) model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow ->
                        flow.getTarget() != null && join.equals(flow.getTarget().getId()))
                .count();
    }

    private void migrate(List<String> instances, String from, String to, BpmnModelInstance before) {
        if (instances.isEmpty()) {
            return;
        }
        try {
            MigrationPlan plan =
                    runtime.createMigrationPlan(from, to).mapEqualActivities().build();
            runtime.newMigration(plan).processInstanceIds(instances).execute();
        } catch (MigratingProcessInstanceValidationException refused) {
            throw new NotCarriedOver(Reason.ACTIVITY_OPEN, inTheWay(refused, before));
        } catch (MigrationPlanValidationException refused) {
            throw new NotCarriedOver(
                    Reason.ELEMENT_CHANGED,
                    refused.getValidationReport().getInstructionReports().stream()
                            .map(report -> name(
                                    before, report.getMigrationInstruction().getSourceActivityId()))
                            .findFirst()
                            .orElse(""));
        }
    }

    private static String inTheWay(MigratingProcessInstanceValidationException refused, BpmnModelInstance model) {
        MigratingProcessInstanceValidationReport report = refused.getValidationReport();
        return Stream.concat(
                        report.getActivityInstanceReports().stream().map(one -> one.getSourceScopeId()),
                        report.getTransitionInstanceReports().stream().map(one -> one.getSourceScopeId()))
                .map(id -> name(model, id))
                .findFirst()
                .orElse("");
    }

    /** An activity of which the block runs, and what it has handed in to it. */
    private record OpenCall(String block, Map<String, Object> handedIn) {}

    private Stream<OpenCall> openCalls(String instance) {
        return unfinished(instance)
                .filter(activity -> CALL.equals(activity.getActivityType()))
                .filter(activity -> activity.getCalledProcessInstanceId() != null)
                .map(HistoricActivityInstance::getCalledProcessInstanceId)
                .map(block -> new OpenCall(block, values.handedIn(block)));
    }

    private void handInAnew(OpenCall call) {
        Map<String, Object> now = values.handedIn(call.block());
        Map<String, Object> changed = new HashMap<>();
        now.forEach((name, value) -> {
            if (!Objects.equals(value, call.handedIn().get(name))) {
                changed.put(name, value);
            }
        });
        give(call.block(), call.handedIn(), changed);
    }

    /** A block hands on to the blocks that it calls what it was given itself. */
    private void give(String block, Map<String, Object> old, Map<String, Object> changed) {
        changed.forEach((name, value) -> {
            if (Objects.equals(runtime.getVariable(block, name), old.get(name))) {
                runtime.setVariable(block, name, value);
            }
        });
        called(block).forEach(inner -> give(inner, old, changed));
    }

    private Stream<String> called(String instance) {
        return unfinished(instance)
                .map(HistoricActivityInstance::getCalledProcessInstanceId)
                .filter(Objects::nonNull);
    }

    /** The open tasks of stages and of the blocks that they have called, with what their models have given them. */
    private Map<String, TaskValues> waiting(List<String> instances, List<OpenCall> calls) {
        Map<String, TaskValues> waiting = new HashMap<>();
        List<String> places = new ArrayList<>(instances);
        calls.forEach(call -> addWithCalled(call.block(), places));
        places.forEach(place -> tasks.createTaskQuery()
                .processInstanceId(place)
                .list()
                .forEach(task -> waiting.put(task.getId(), values.of(task.getId()))));
        return waiting;
    }

    private void addWithCalled(String instance, List<String> places) {
        places.add(instance);
        called(instance).forEach(inner -> addWithCalled(inner, places));
    }

    private void readAnew(String taskId, TaskValues old) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        TaskValues now = values.of(taskId);
        if (now.equals(old)) {
            return;
        }
        if (Objects.equals(task.getName(), old.name())) {
            task.setName(now.name());
        }
        if (Objects.equals(task.getDescription(), old.description())) {
            task.setDescription(now.description());
        }
        if (TaskValues.same(task.getDueDate(), old.due())) {
            task.setDueDate(now.due());
        }
        if (TaskValues.same(task.getFollowUpDate(), old.followUp())) {
            task.setFollowUpDate(now.followUp());
        }
        tasks.saveTask(task);
        if (!now.groups().equals(old.groups())) {
            giveTo(taskId, old.groups(), now.groups());
        }
    }

    private void giveTo(String taskId, Set<String> before, Set<String> now) {
        Set<String> asked = tasks.getIdentityLinksForTask(taskId).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        asked.stream()
                .filter(group ->
                        before.contains(group) || Role.CURATOR.id().equals(group)) // who stood in for an empty role
                .filter(group -> !now.contains(group))
                .forEach(group -> tasks.deleteCandidateGroup(taskId, group));
        now.stream().filter(group -> !asked.contains(group)).forEach(group -> tasks.addCandidateGroup(taskId, group));
    }

    /** All at once: two activities may have exchanged their numbers. */
    private void renumber(Programme programme, Map<String, String> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        runtime.createVariableInstanceQuery()
                .processInstanceIdIn(
                        runtime
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(String.valueOf(programme.id()))
                                .list()
                                .stream()
                                .map(ProcessInstance::getId)
                                .toArray(String[]::new))
                .variableNameIn(NUMBERS.toArray(String[]::new))
                .list()
                .forEach(variable -> Optional.ofNullable(numbers.get(String.valueOf(variable.getValue())))
                        .ifPresent(number ->
                                runtime.setVariableLocal(variable.getExecutionId(), variable.getName(), number)));
    }

    private static String name(BpmnModelInstance model, String id) {
        return model.getModelElementById(id) instanceof FlowElement element ? name(element) : String.valueOf(id);
    }

    private static String name(FlowElement element) {
        return element.getName() == null ? element.getId() : element.getName().replaceAll("\\s+", " ");
    }
}
