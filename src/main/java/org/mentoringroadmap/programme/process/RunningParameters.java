package org.mentoringroadmap.programme.process;

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
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.programme.RunningModels.Begun;
import org.mentoringroadmap.programme.RunningModels.Parameter;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.language.Expressions;
import org.springframework.stereotype.Component;

/**
 * What blocks that run were begun with, beside what the models say by now. A block takes its parameters at its start and keeps
 * them; what it has done by one of them stands, and whatever comes after must fit it.
 */
@Component
class RunningParameters {
    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService repository;

    RunningParameters(RuntimeService runtime, HistoryService history, RepositoryService repository) {
        this.runtime = runtime;
        this.history = history;
        this.repository = repository;
    }

    /** What a call hands in as it stands in the model. */
    static Map<String, String> constants(CallActivity call) {
        return ModelProperties.handIns(call).stream()
                .filter(in -> in.target() != null
                        && in.sourceExpression() != null
                        && !ModelProperties.isExpression(in.sourceExpression()))
                .collect(Collectors.toMap(
                        ModelProperties.HandIn::target,
                        ModelProperties.HandIn::sourceExpression,
                        (first, other) -> other));
    }

    /** Whether only choices of the panel are other ones, of which each is told or taken for itself. */
    static boolean mayDiffer(CallActivity old, CallActivity now) {
        Map<String, String> before = constants(old);
        Map<String, String> after = constants(now);
        return before.keySet().equals(after.keySet())
                && before.entrySet().stream()
                        .filter(one -> !one.getValue().equals(after.get(one.getKey())))
                        .allMatch(one -> isOnPanel(one.getKey()));
    }

    private static boolean isOnPanel(String name) {
        return !Messages.onPanel(name).equals(name);
    }

    /** The parameters that differ, of everything of which the caller is among what runs. */
    List<Parameter> differing(List<Begun> running, Function<Begun, String> definition) {
        Map<String, Begun> byInstance =
                running.stream().collect(Collectors.toMap(Begun::instance, Function.identity()));
        return running.stream()
                .flatMap(caller -> open(caller.instance())
                        .filter(activity ->
                                byInstance.containsKey(Objects.toString(activity.getCalledProcessInstanceId(), "")))
                        .flatMap(activity -> of(
                                byInstance.get(activity.getCalledProcessInstanceId()),
                                definition,
                                call(definition.apply(caller), activity.getActivityId()))))
                .toList();
    }

    private Stream<HistoricActivityInstance> open(String instance) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).unfinished().list().stream();
    }

    private Optional<CallActivity> call(String definition, String activity) {
        ModelElementInstance element =
                repository.getBpmnModelInstance(definition).getModelElementById(activity);
        return element instanceof CallActivity call ? Optional.of(call) : Optional.empty();
    }

    private Stream<Parameter> of(Begun block, Function<Begun, String> definition, Optional<CallActivity> caller) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definition.apply(block));
        Map<String, String> said = new HashMap<>();
        model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process)
                .forEach(start -> said.putAll(ModelProperties.parameters(start)));
        Set<String> chosen = new HashSet<>();
        caller.ifPresent(call -> {
            ModelProperties.handIns(call).forEach(handed -> said.remove(handed.target()));
            Map<String, String> properties = ModelProperties.of(call);
            said.replaceAll(properties::getOrDefault);
            constants(call).forEach((name, value) -> {
                if (isOnPanel(name)) {
                    said.put(name, value);
                    chosen.add(name);
                }
            });
        });
        Set<ModelElementInstance> passed = passed(block, model);
        return said.entrySet().stream()
                .filter(parameter -> differs(block, parameter))
                .map(parameter -> new Parameter(
                        block,
                        parameter.getKey(),
                        parameter.getValue(),
                        passed.stream()
                                .anyMatch(node -> chosen.contains(parameter.getKey())
                                        ? node instanceof Activity
                                        : goesBy(node, parameter.getKey()))))
                .sorted((one, other) -> one.name().compareTo(other.name()));
    }

    private boolean differs(Begun block, Map.Entry<String, String> parameter) {
        Object value = runtime.getVariable(block.instance(), parameter.getKey());
        return value != null && !value.equals(parameter.getValue());
    }

    /**
     * What a block has begun and does not come to again, but the task that waits. A choice is what the block does its
     * work by, so any step done is done by it.
     */
    private Set<ModelElementInstance> passed(Begun block, BpmnModelInstance model) {
        Set<String> begun = new HashSet<>();
        history.createHistoricActivityInstanceQuery()
                .processInstanceId(block.instance())
                .list()
                .forEach(activity -> begun.add(activity.getActivityId()));
        Set<String> open = Ahead.open(runtime.getActivityInstance(block.instance()));
        begun.removeAll(Ahead.of(model, open));
        return begun.stream()
                .map(model::<ModelElementInstance>getModelElementById)
                .filter(Objects::nonNull)
                .filter(node -> !(node instanceof UserTask && open.contains(((UserTask) node).getId())))
                .collect(Collectors.toSet());
    }

    /** A service reads in code what it goes by, which no model tells. */
    private static boolean goesBy(ModelElementInstance element, String name) {
        if (element instanceof CallActivity call) {
            return ModelProperties.handIns(call).stream()
                    .anyMatch(handed -> name.equals(handed.source()) || mentions(handed.sourceExpression(), name));
        }
        return element instanceof ServiceTask
                || element instanceof FlowNode node
                        && node.getOutgoing().stream()
                                .map(SequenceFlow::getConditionExpression)
                                .filter(Objects::nonNull)
                                .anyMatch(condition -> mentions(condition.getTextContent(), name));
    }

    private static boolean mentions(String expression, String name) {
        return expression != null && Expressions.variables(expression).contains(name);
    }
}
