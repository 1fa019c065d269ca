package org.mentoringroadmap.activity.process;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.activity.ActivityProcess.Passed;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Rows of a stage that no way has led to, with what the drawing says on the way that was taken instead. Of a stage that runs it
 * is those that no way leads to any more.
 */
@Component
class PassedRows {
    private static final String MULTI_INSTANCE_BODY = "#multiInstanceBody";
    /** Letters of yes and no. */
    private static final int MAX_BARE_ANSWER = 3;

    private final HistoryService history;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    PassedRows(@Lazy HistoryService history, @Lazy RuntimeService runtime, @Lazy RepositoryService repository) {
        this.history = history;
        this.runtime = runtime;
        this.repository = repository;
    }

    /** Rows of a stage that ends; where no way says why, a row's own name stands for it. */
    List<Passed> ofEnding(String stageInstance, BpmnModelInstance model) {
        Set<String> entered = entered(stageInstance);
        return rows(model)
                .filter(row -> !entered.contains(row.getId()))
                .map(row -> passed(row, cause(row, entered).orElse(row.getName())))
                .toList();
    }

    /**
     * Rows of a stage that runs, which an answer or an event has left out for good. What stands behind the tokens of the stage
     * for any other reason is left to its end: a newer model may have put it there.
     */
    List<Passed> ofRunning(ProcessInstance stage) {
        BpmnModelInstance model = repository.getBpmnModelInstance(stage.getProcessDefinitionId());
        if (!leavesOut(model)) {
            return List.of();
        }
        // The tokens first: what is entered meanwhile is then entered, and not passed by.
        Set<String> tokens = tokens(stage.getProcessInstanceId(), model);
        if (tokens.isEmpty()) {
            return List.of();
        }
        Set<String> entered = entered(stage.getProcessInstanceId());
        Set<FlowNode> ahead = ahead(model, tokens);
        Set<String> begunOrAhead = rows(model)
                .filter(row -> entered.contains(row.getId()) || ahead.contains(row))
                .flatMap(row -> ElementProperties.item(row).stream())
                .collect(Collectors.toSet());
        return rows(model)
                .filter(row -> ElementProperties.item(row)
                        .filter(item -> !begunOrAhead.contains(item))
                        .isPresent())
                .flatMap(row -> cause(row, entered).map(cause -> passed(row, cause)).stream())
                .toList();
    }

    private static boolean leavesOut(BpmnModelInstance model) {
        return model.getModelElementsByType(BoundaryEvent.class).stream().anyMatch(BoundaryEvent::cancelActivity)
                || model.getModelElementsByType(Gateway.class).stream()
                        .anyMatch(gateway -> !(gateway instanceof ParallelGateway)
                                && new FlowGraph(gateway.getParentElement())
                                                .outgoing(gateway)
                                                .size()
                                        > 1);
    }

    private static Stream<FlowNode> rows(BpmnModelInstance model) {
        return FlowGraph.everywhere(model, FlowNode.class).stream()
                .filter(node -> ElementProperties.item(node).isPresent());
    }

    private static Passed passed(FlowNode row, String cause) {
        return new Passed(ElementProperties.item(row).orElseThrow(), cause);
    }

    private Set<String> entered(String instance) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .map(PassedRows::element)
                .collect(Collectors.toSet());
    }

    /**
     * Elements at which tokens stand, and the blocks around them. One look at the rows of the database: the tree of a stage is
     * read in several, and a stage may end between them.
     */
    private Set<String> tokens(String instance, BpmnModelInstance model) {
        Set<String> tokens = new HashSet<>();
        runtime.createExecutionQuery().processInstanceId(instance).list().stream()
                .map(execution -> ((ExecutionEntity) execution).getActivityId())
                .filter(Objects::nonNull)
                .map(PassedRows::element)
                .forEach(id -> {
                    tokens.add(id);
                    ModelElementInstance around = model.getModelElementById(id);
                    while (around != null && around.getParentElement() instanceof SubProcess block) {
                        tokens.add(block.getId());
                        around = block;
                    }
                });
        return tokens;
    }

    private static String element(String activityId) {
        return activityId.endsWith(MULTI_INSTANCE_BODY)
                ? activityId.substring(0, activityId.length() - MULTI_INSTANCE_BODY.length())
                : activityId;
    }

    /** Where tokens stand and all that they can come to, in every scope. */
    private static Set<FlowNode> ahead(BpmnModelInstance model, Set<String> tokens) {
        Set<FlowNode> begun = FlowGraph.everywhere(model, FlowNode.class).stream()
                .filter(node -> tokens.contains(node.getId()))
                .collect(Collectors.toSet());
        Deque<FlowNode> open = new ArrayDeque<>(begun);
        model.getModelElementsByType(SubProcess.class).stream()
                .filter(FlowGraph::isEventSubProcess)
                .filter(block -> !(block.getParentElement() instanceof SubProcess))
                .forEach(open::add);
        Set<FlowNode> ahead = new HashSet<>();
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            if (ahead.add(node)) {
                FlowGraph graph = new FlowGraph(node.getParentElement());
                graph.outgoing(node).stream().map(SequenceFlow::getTarget).forEach(open::add);
                open.addAll(graph.boundaryEvents(node));
                if (node instanceof SubProcess block) {
                    new FlowGraph(block)
                            .nodes().stream()
                                    .filter(inner -> FlowGraph.isEventSubProcess(inner)
                                            || inner instanceof StartEvent && beginsAgain(block, begun))
                                    .forEach(open::add);
                }
            }
        }
        return ahead;
    }

    private static boolean beginsAgain(SubProcess block, Set<FlowNode> begun) {
        return !begun.contains(block) || ((Activity) block).getLoopCharacteristics() != null || returns(block);
    }

    /** Whether a way leads back to a block that is at work. */
    private static boolean returns(SubProcess block) {
        FlowGraph graph = new FlowGraph(block.getParentElement());
        return graph.behind(graph.outgoing(block).stream()
                        .map(SequenceFlow::getTarget)
                        .toList())
                .contains(block);
    }

    /** What stands on the way that was taken past a row: an answer of a gateway, or an event that ended what led to it. */
    private static Optional<String> cause(FlowNode row, Set<String> entered) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(row));
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            if (!seen.add(node)) {
                continue;
            }
            if (entered.contains(node.getId())) {
                Optional<String> said = said(node, seen, entered);
                if (said.isPresent()) {
                    return said;
                }
            }
            before(node).forEach(open::add);
        }
        return Optional.empty();
    }

    private static Collection<FlowNode> before(FlowNode node) {
        ModelElementInstance scope = node.getParentElement();
        Stream<FlowNode> sources = new FlowGraph(scope).incoming(node).stream().map(SequenceFlow::getSource);
        return (node instanceof StartEvent && scope instanceof SubProcess block
                        ? Stream.concat(sources, Stream.of(block))
                        : sources)
                .toList();
    }

    private static Optional<String> said(FlowNode node, Set<FlowNode> leading, Set<String> entered) {
        FlowGraph graph = new FlowGraph(node.getParentElement());
        if (node instanceof Gateway) {
            return graph.outgoing(node).stream()
                    .filter(way -> !leading.contains(way.getTarget())
                            && entered.contains(way.getTarget().getId()))
                    .filter(way -> ModelProperties.isPresent(way.getName()))
                    .map(way -> answer(node, way.getName()))
                    .findFirst();
        }
        return Stream.concat(graph.boundaryEvents(node).stream(), around(node))
                .filter(event -> event.cancelActivity() && entered.contains(event.getId()))
                .map(BoundaryEvent::getName)
                .findFirst();
    }

    /** A bare no is no cause: it is read with its question. */
    static String answer(FlowNode gateway, String label) {
        return label.length() <= MAX_BARE_ANSWER && ModelProperties.isPresent(gateway.getName())
                ? Messages.text("model.answer", gateway.getName(), label)
                : label;
    }

    private static Stream<BoundaryEvent> around(FlowNode node) {
        return node.getParentElement() instanceof SubProcess block
                ? new FlowGraph(block.getParentElement()).boundaryEvents(block).stream()
                : Stream.empty();
    }
}
