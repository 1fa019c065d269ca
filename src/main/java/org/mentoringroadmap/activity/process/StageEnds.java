package org.mentoringroadmap.activity.process;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.RowNeeds;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * As a stage ends, every row of it that no way has led to is recorded as not held, with what the drawing says on the way that
 * was taken instead. Whatever waits for rows of the stage is looked at, for no further outcome comes of it.
 */
@Component
class StageEnds extends AbstractBpmnParseListener implements ExecutionListener {
    private final ActivityOutcomes outcomes;
    private final RowNeeds needs;
    private final HistoryService history;
    private final SystemAuthority system;

    StageEnds(
            @Lazy ActivityOutcomes outcomes,
            @Lazy RowNeeds needs,
            @Lazy HistoryService history,
            @Lazy SystemAuthority system) {
        this.outcomes = outcomes;
        this.needs = needs;
        this.history = history;
        this.system = system;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.addListener(ExecutionListener.EVENTNAME_END, this);
    }

    @Override
    public void notify(DelegateExecution stage) {
        DelegateExecution caller = stage.getSuperExecution();
        if (stage.isCanceled()
                || caller == null
                || ElementProperties.find(caller.getBpmnModelElementInstance(), ModelProperties.STAGE)
                        .isEmpty()) {
            return;
        }
        Long programme = Long.valueOf(stage.getProcessBusinessKey());
        Set<String> entered = system.get(() ->
                history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(stage.getProcessInstanceId())
                        .list()
                        .stream()
                        .map(HistoricActivityInstance::getActivityId)
                        .collect(Collectors.toSet()));
        stage.getBpmnModelInstance().getModelElementsByType(FlowNode.class).stream()
                .filter(row -> !entered.contains(row.getId()))
                .forEach(row -> ElementProperties.item(row)
                        .filter(item -> outcomes.find(programme, item).isEmpty())
                        .ifPresent(item -> outcomes.record(
                                programme,
                                item,
                                new OutcomeInput(Outcome.NOT_HELD, null, null, cause(row, entered), null))));
        needs.lookSoon(programme);
    }

    /** What stands on the way that was taken past a row: an answer of a gateway, or an event that ended what led to it. */
    private static String cause(FlowNode row, Set<String> entered) {
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
                    return said.get();
                }
            }
            before(node).forEach(open::add);
        }
        return row.getName();
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
                    .map(SequenceFlow::getName)
                    .findFirst();
        }
        return Stream.concat(graph.boundaryEvents(node).stream(), around(node))
                .filter(event -> event.cancelActivity() && entered.contains(event.getId()))
                .map(BoundaryEvent::getName)
                .findFirst();
    }

    private static Stream<BoundaryEvent> around(FlowNode node) {
        return node.getParentElement() instanceof SubProcess block
                ? new FlowGraph(block.getParentElement()).boundaryEvents(block).stream()
                : Stream.empty();
    }
}
