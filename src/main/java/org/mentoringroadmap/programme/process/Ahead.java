package org.mentoringroadmap.programme.process;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** What a running process can still come to. */
final class Ahead {
    private Ahead() {}

    /**
     * Ids of the nodes of a model to which a way leads from what is open; what is open itself is not among them, unless a
     * way leads back.
     *
     * @param open ids of nodes; those that the model does not have are left out
     */
    static Set<String> of(BpmnModelInstance model, Collection<String> open) {
        Set<String> reached = new HashSet<>();
        Deque<FlowNode> next = new ArrayDeque<>();
        for (String id : open) {
            if (model.getModelElementById(id) instanceof FlowNode node) {
                leave(model, node, next);
            }
        }
        while (!next.isEmpty()) {
            FlowNode node = next.remove();
            if (reached.add(node.getId())) {
                if (node instanceof SubProcess inside) {
                    next.addAll(inside.getChildElementsByType(StartEvent.class));
                }
                leave(model, node, next);
            }
        }
        return reached;
    }

    /** What is open of a process, scopes and steps, and also where it waits between two of them. */
    static Set<String> open(ActivityInstance instance) {
        Set<String> open = new HashSet<>();
        open.add(instance.getActivityId().replaceFirst("#.*", ""));
        Arrays.stream(instance.getChildTransitionInstances()).forEach(between -> open.add(between.getActivityId()));
        Arrays.stream(instance.getChildActivityInstances()).forEach(child -> open.addAll(open(child)));
        return open;
    }

    private static void leave(BpmnModelInstance model, FlowNode node, Deque<FlowNode> next) {
        model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> node.equals(flow.getSource()))
                .map(SequenceFlow::getTarget)
                .forEach(next::add);
        model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> node.equals(event.getAttachedTo()))
                .forEach(next::add);
        if (node.getParentElement() instanceof SubProcess around) {
            leave(model, around, next);
        }
    }
}
