package org.mentoringroadmap.roadmap;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What has to end before what, as a roadmap is drawn: a row waits for those from which arrows lead to it, and for those
 * that an event before it names. What stands beside it holds it up in no way.
 */
public final class RowOrder {
    private final Map<String, Set<String>> before;

    private RowOrder(Map<String, Set<String>> before) {
        this.before = before;
    }

    /**
     * Reads the order of a roadmap.
     *
     * @param models model of a process by its process id
     */
    public static RowOrder of(BpmnModelInstance master, Function<String, Optional<BpmnModelInstance>> models) {
        return new Reading(master, models).read();
    }

    /** Keys of the rows that come directly before one: nothing but they need have ended for it to begin. */
    public Set<String> before(String key) {
        return before.getOrDefault(key, Set.of());
    }

    /** Keys of all rows that come before one, however far. */
    public Set<String> allBefore(String key) {
        Set<String> all = new LinkedHashSet<>();
        look(key, any -> true, all, new HashSet<>());
        return all;
    }

    /**
     * Keys of the rows that hold one up, the nearest ones.
     *
     * @param ended whether the row of a key has an outcome; behind such a row it is looked further back, since it may have
     *     been recorded ahead of its turn
     */
    public Set<String> holding(String key, Predicate<String> ended) {
        Set<String> holding = new LinkedHashSet<>();
        look(key, ended, new HashSet<>(Set.of(key)), holding);
        return holding;
    }

    private void look(String key, Predicate<String> ended, Set<String> seen, Set<String> holding) {
        for (String earlier : before(key)) {
            if (seen.add(earlier)) {
                if (ended.test(earlier)) {
                    look(earlier, ended, seen, holding);
                } else {
                    holding.add(earlier);
                }
            }
        }
    }

    /** Follows the arrows back from every row to those before it. */
    private static final class Reading {
        private final Map<ModelElementInstance, FlowGraph> graphs = new HashMap<>();
        private final Map<String, BpmnModelInstance> stages = new LinkedHashMap<>();
        private final Map<String, CallActivity> calls = new HashMap<>();
        private final Map<String, String> keys = new LinkedHashMap<>();

        Reading(BpmnModelInstance master, Function<String, Optional<BpmnModelInstance>> models) {
            for (CallActivity call : master.getModelElementsByType(CallActivity.class)) {
                String stage = call.getCalledElement();
                if (stage != null && ModelProperties.of(call).containsKey(ModelProperties.STAGE)) {
                    models.apply(stage).ifPresent(model -> stages.put(stage, model));
                    calls.put(stage, call);
                }
            }
            stages.values()
                    .forEach(model -> rows(model).forEach(row -> {
                        for (String item :
                                RoadmapItems.list(ModelProperties.of(row).get(ModelProperties.ITEM))) {
                            keys.putIfAbsent(RoadmapItems.printed(item), key(row));
                        }
                    }));
        }

        RowOrder read() {
            Map<String, Set<String>> before = new HashMap<>();
            stages.values()
                    .forEach(model -> rows(model).forEach(row -> {
                        Set<String> found = new LinkedHashSet<>();
                        back(row, new HashSet<>(), found);
                        found.remove(key(row));
                        before.put(key(row), found);
                    }));
            return new RowOrder(before);
        }

        private static Collection<FlowNode> rows(BpmnModelInstance model) {
            return FlowGraph.everywhere(model, FlowNode.class).stream()
                    .filter(node -> ModelProperties.item(node).isPresent())
                    .toList();
        }

        private static String key(FlowNode row) {
            return process(row).getId() + "/" + row.getId();
        }

        private static Process process(ModelElementInstance element) {
            ModelElementInstance scope = element;
            while (!(scope instanceof Process)) {
                scope = scope.getParentElement();
            }
            return (Process) scope;
        }

        /** What leads to a node. */
        private void back(FlowNode node, Set<FlowNode> seen, Set<String> found) {
            if (node instanceof BoundaryEvent event && event.getAttachedTo() != null) {
                back(event.getAttachedTo(), seen, found);
            }
            if (node instanceof StartEvent) {
                outOf(node.getParentElement(), seen, found);
            }
            graph(node.getParentElement()).incoming(node).stream()
                    .map(SequenceFlow::getSource)
                    .forEach(source -> take(source, seen, found));
        }

        private void outOf(ModelElementInstance scope, Set<FlowNode> seen, Set<String> found) {
            if (scope instanceof SubProcess block) {
                back(block, seen, found);
            } else if (scope instanceof Process process && calls.containsKey(process.getId())) {
                back(calls.get(process.getId()), seen, found);
            }
        }

        private void take(FlowNode node, Set<FlowNode> seen, Set<String> found) {
            if (!seen.add(node)) {
                return;
            }
            if (ModelProperties.item(node).isPresent()) {
                found.add(key(node));
                return;
            }
            RoadmapItems.list(ModelProperties.of(node).get(ModelProperties.NEEDS)).stream()
                    .map(item -> keys.get(RoadmapItems.printed(item)))
                    .filter(key -> key != null)
                    .forEach(found::add);
            inside(node)
                    .ifPresentOrElse(
                            ends -> ends.forEach(end -> take(end, seen, found)), () -> back(node, seen, found));
        }

        /** The ends of what has to be gone through; empty for what has no inside. */
        private Optional<List<FlowNode>> inside(FlowNode node) {
            ModelElementInstance scope =
                    node instanceof CallActivity call && stages.containsKey(call.getCalledElement())
                            ? stages.get(call.getCalledElement())
                                    .getModelElementsByType(Process.class)
                                    .iterator()
                                    .next()
                            : node;
            return scope instanceof SubProcess || scope instanceof Process
                    ? Optional.of(graph(scope).nodes().stream()
                            .filter(EndEvent.class::isInstance)
                            .toList())
                    : Optional.empty();
        }

        private FlowGraph graph(ModelElementInstance scope) {
            return graphs.computeIfAbsent(scope, FlowGraph::new);
        }
    }
}
