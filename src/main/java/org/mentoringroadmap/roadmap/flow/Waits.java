package org.mentoringroadmap.roadmap.flow;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.RoadmapItems;

/**
 * Plays a roadmap whose stages wait for rows of one another: an event opens when each row that it names can be come to,
 * whatever gateways decide. What never opens waits for itself, directly or in a circle with others.
 */
public final class Waits {
    private final Process master;
    private final Map<String, BpmnModelInstance> stages;
    private final List<FlowNode> all;

    /**
     * An event that never lets anything through.
     *
     * @param items the numbers, as it names them, that are not come to before it
     * @param circle other events that wait for what comes after this one; empty where it waits for what comes after itself
     */
    public record Stuck(FlowNode event, List<String> items, List<FlowNode> circle) {
        public Stuck {
            items = List.copyOf(items);
            circle = List.copyOf(circle);
        }
    }

    /** @param stages models of the processes that the master calls as stages, by process id */
    public Waits(BpmnModelInstance master, Map<String, BpmnModelInstance> stages) {
        this.master = process(master);
        this.stages = stages;
        this.all = Stream.concat(Stream.of(master), stages.values().stream())
                .flatMap(model -> of(model).stream())
                .map(FlowNode.class::cast)
                .toList();
    }

    /** The events of a model that wait for rows, finished or not. */
    public static Collection<IntermediateCatchEvent> of(BpmnModelInstance model) {
        return model.getModelElementsByType(IntermediateCatchEvent.class).stream()
                .filter(event -> !items(event).isEmpty())
                .toList();
    }

    /** Numbers of the rows that an event waits for, as it names them. */
    public static List<String> items(FlowNode event) {
        return RoadmapItems.list(ModelProperties.of(event).get(ModelProperties.NEEDS));
    }

    /** What never opens; of a circle each event, and not what only stands behind one. */
    public List<Stuck> stuck() {
        Set<FlowNode> open = open(Set.of());
        List<FlowNode> closed =
                all.stream().filter(event -> !open.contains(event)).toList();
        List<FlowNode> causes =
                closed.stream().filter(event -> opensItself(event, open)).toList();
        return (causes.isEmpty() ? closed : causes)
                .stream()
                        .map(event -> new Stuck(event, missing(event, rows(open)), circle(event, closed)))
                        .toList();
    }

    /** Whether an event would open if only it were open already: then it is itself what it waits for. */
    private boolean opensItself(FlowNode event, Set<FlowNode> open) {
        Set<FlowNode> with = new HashSet<>(open);
        with.add(event);
        return missing(event, rows(open(with))).isEmpty();
    }

    /** The others without which it would not be closed. */
    private List<FlowNode> circle(FlowNode event, List<FlowNode> closed) {
        Set<FlowNode> others = new HashSet<>(all);
        others.remove(event);
        return missing(event, rows(others)).isEmpty()
                ? closed.stream().filter(other -> !other.equals(event)).toList()
                : List.of();
    }

    private Set<FlowNode> open(Set<FlowNode> from) {
        Set<FlowNode> open = new HashSet<>(from);
        boolean changed = true;
        while (changed) {
            Set<String> rows = rows(open);
            changed = open.addAll(
                    all.stream().filter(event -> missing(event, rows).isEmpty()).toList());
        }
        return open;
    }

    private static List<String> missing(FlowNode event, Set<String> rows) {
        return items(event).stream()
                .filter(item -> rows.stream().noneMatch(row -> RoadmapItems.same(row, item)))
                .toList();
    }

    /** Numbers of the rows that are come to where only these events are open. */
    private Set<String> rows(Set<FlowNode> open) {
        Walk walk = new Walk(open);
        walk.passes(master);
        return walk.entered.stream()
                .flatMap(node -> RoadmapItems.list(ModelProperties.of(node).get(ModelProperties.ITEM)).stream())
                .collect(Collectors.toSet());
    }

    private static Process process(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    /** One way through everything, as far as closed events let it come. */
    private final class Walk {
        private final Set<FlowNode> open;
        private final Set<FlowNode> entered = new LinkedHashSet<>();
        private final Map<ModelElementInstance, Boolean> passed = new HashMap<>();

        Walk(Set<FlowNode> open) {
            this.open = open;
        }

        /** Whether a scope comes to its end: nothing in it waits before a closed event. */
        boolean passes(ModelElementInstance scope) {
            Boolean known = passed.get(scope);
            if (known != null) {
                return known;
            }
            passed.put(scope, true); // a circle of calls is reported by a rule of its own
            FlowGraph graph = new FlowGraph(scope);
            Set<SequenceFlow> live = new HashSet<>();
            Set<FlowNode> here = new HashSet<>();
            boolean changed = true;
            boolean goesThrough = true;
            while (changed) {
                changed = false;
                for (FlowNode node : graph.nodes()) {
                    if (!here.contains(node) && isEntered(node, graph, live, here)) {
                        here.add(node);
                        entered.add(node);
                        changed = true;
                        if (lets(node)) {
                            live.addAll(graph.outgoing(node));
                        } else {
                            goesThrough = false;
                        }
                    }
                }
            }
            boolean ends = goesThrough && here.stream().anyMatch(EndEvent.class::isInstance);
            passed.put(scope, ends);
            return ends;
        }

        private boolean isEntered(FlowNode node, FlowGraph graph, Set<SequenceFlow> live, Set<FlowNode> here) {
            if (node instanceof StartEvent || FlowGraph.isEventSubProcess(node)) {
                return true;
            }
            if (node instanceof BoundaryEvent event) {
                return here.contains(event.getAttachedTo());
            }
            List<SequenceFlow> ways = graph.incoming(node);
            return node instanceof ParallelGateway
                    ? !ways.isEmpty() && live.containsAll(ways)
                    : ways.stream().anyMatch(live::contains);
        }

        private boolean lets(FlowNode node) {
            if (!items(node).isEmpty()) {
                return open.contains(node);
            }
            if (node instanceof CallActivity call && stages.containsKey(call.getCalledElement())) {
                return passes(process(stages.get(call.getCalledElement())));
            }
            return !(node instanceof SubProcess scope) || passes(scope) || scope.triggeredByEvent();
        }
    }
}
