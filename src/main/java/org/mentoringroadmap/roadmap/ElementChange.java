package org.mentoringroadmap.roadmap;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.mentoringroadmap.roadmap.ModelProperties.HandIn;

/**
 * How one element differs between two versions of a model. An element stays the same one for as long as it keeps its id.
 *
 * @param name its label as it is, or as it was when it was taken out; its id where it has none
 * @param kind whether it is new, gone or another one than before
 * @param aspects in what the two differ, with what was there before and what is there now; empty unless it is changed
 */
public record ElementChange(String name, Kind kind, List<Difference> aspects) {
    /** What became of an element. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** In what two versions of an element may differ. */
    public enum Aspect {
        NUMBER,
        STAGE,
        TITLE,
        RESULT,
        NEEDS,
        START,
        DUE,
        RESPONSIBLE,
        GUIDE,
        CALLS,
        FORM,
        SETTINGS,
        CONDITION,
        ORDER
    }

    /**
     * One difference.
     *
     * @param setting name of the setting for {@link Aspect#SETTINGS}, each of which is a difference of its own; else null
     * @param before as the model wrote it; empty for nothing
     * @param after as the model writes it; empty for nothing
     */
    public record Difference(Aspect aspect, String setting, String before, String after) {}

    /**
     * An element as it stands in one version.
     *
     * @param name its label; its id where it has none
     * @param aspects what it says; what it does not say is left out
     * @param settings the same for everything that has a name of its own
     */
    public record Element(String name, Map<Aspect, String> aspects, Map<String, String> settings) {}

    /** Every element that two versions do not have alike, in the order of the newer file, what is gone last. */
    public static List<ElementChange> between(BpmnModelInstance before, BpmnModelInstance after) {
        Map<String, FlowNode> old = nodes(before);
        Map<String, FlowNode> now = nodes(after);
        Map<String, String> names = new HashMap<>(); // a neighbour that is only renamed is the same neighbour
        old.forEach((id, node) -> names.put(id, label(node)));
        now.forEach((id, node) -> names.put(id, label(node)));
        return between(elements(old, before, names), elements(now, after, names));
    }

    private static Map<String, Element> elements(
            Map<String, FlowNode> nodes, BpmnModelInstance model, Map<String, String> names) {
        Map<String, Element> elements = new LinkedHashMap<>();
        nodes.forEach((id, node) -> elements.put(id, element(node, model, names)));
        return elements;
    }

    /** The same for elements that somebody else has read, by their ids. */
    public static List<ElementChange> between(Map<String, Element> before, Map<String, Element> after) {
        List<ElementChange> changes = new ArrayList<>();
        after.forEach((id, element) -> {
            Element other = before.get(id);
            if (other == null) {
                changes.add(new ElementChange(element.name(), Kind.ADDED, List.of()));
            } else {
                List<Difference> differences = differing(other, element);
                if (!differences.isEmpty()) {
                    changes.add(new ElementChange(element.name(), Kind.CHANGED, differences));
                }
            }
        });
        before.forEach((id, element) -> {
            if (!after.containsKey(id)) {
                changes.add(new ElementChange(element.name(), Kind.REMOVED, List.of()));
            }
        });
        return changes;
    }

    private static Map<String, FlowNode> nodes(BpmnModelInstance model) {
        return FlowGraph.everywhere(model, FlowNode.class).stream()
                .collect(Collectors.toMap(FlowNode::getId, node -> node, (first, other) -> first, LinkedHashMap::new));
    }

    private static List<Difference> differing(Element before, Element after) {
        List<Difference> differences = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            if (aspect == Aspect.SETTINGS) {
                Set<String> settings = new TreeSet<>(before.settings().keySet());
                settings.addAll(after.settings().keySet());
                settings.forEach(setting -> add(
                        differences,
                        aspect,
                        setting,
                        before.settings().get(setting),
                        after.settings().get(setting)));
            } else {
                add(
                        differences,
                        aspect,
                        null,
                        before.aspects().get(aspect),
                        after.aspects().get(aspect));
            }
        }
        return differences;
    }

    private static void add(List<Difference> differences, Aspect aspect, String setting, String before, String after) {
        String old = Objects.toString(before, "");
        String now = Objects.toString(after, "");
        if (!old.equals(now)) {
            differences.add(new Difference(aspect, setting, old, now));
        }
    }

    private static Element element(FlowNode node, BpmnModelInstance model, Map<String, String> names) {
        Map<Aspect, String> values = new EnumMap<>(Aspect.class);
        Map<String, String> properties = new TreeMap<>(ModelProperties.of(node));
        put(values, Aspect.NUMBER, properties.remove(ModelProperties.ITEM));
        put(values, Aspect.STAGE, properties.remove(ModelProperties.STAGE));
        put(values, Aspect.TITLE, label(node));
        put(values, Aspect.RESULT, properties.remove(ModelProperties.RESULT));
        put(values, Aspect.NEEDS, properties.remove(ModelProperties.NEEDS));
        put(values, Aspect.START, properties.remove(ModelProperties.START));
        put(values, Aspect.DUE, properties.remove(ModelProperties.DUE));
        put(values, Aspect.RESPONSIBLE, properties.remove(ModelProperties.RESPONSIBLE));
        put(values, Aspect.GUIDE, ModelProperties.documentation(node));
        if (node instanceof CallActivity call) {
            put(values, Aspect.CALLS, call.getCalledElement());
        }
        if (node instanceof UserTask task) {
            values.putIfAbsent(Aspect.RESPONSIBLE, Objects.toString(task.getCamundaCandidateGroups(), ""));
            values.putIfAbsent(Aspect.DUE, Objects.toString(task.getCamundaDueDate(), ""));
            values.putIfAbsent(Aspect.START, Objects.toString(task.getCamundaFollowUpDate(), ""));
            put(
                    values,
                    Aspect.FORM,
                    task.getCamundaFormRef() == null ? task.getCamundaFormKey() : task.getCamundaFormRef());
        }
        Set<String> next = new LinkedHashSet<>();
        Set<String> conditions = new LinkedHashSet<>();
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (node.equals(flow.getSource()) && flow.getTarget() != null) {
                next.add(names.get(flow.getTarget().getId()));
                if (flow.getConditionExpression() != null) {
                    conditions.add(
                            flow.getConditionExpression().getTextContent().strip());
                }
            }
        }
        put(values, Aspect.CONDITION, sorted(conditions));
        if (!(node instanceof ParallelGateway)) { // what a fork or a join gets or loses is told by itself
            put(values, Aspect.ORDER, sorted(next));
        }
        return new Element(label(node), values, settings(node, properties));
    }

    private static Map<String, String> settings(FlowNode node, Map<String, String> properties) {
        Map<String, String> settings = new TreeMap<>(properties);
        ModelProperties.handIns(node).stream()
                .filter(in -> in.target() != null)
                .forEach(in -> settings.put(in.target(), source(in)));
        settings.values().removeIf(String::isBlank);
        return settings;
    }

    private static String source(HandIn in) {
        return Objects.toString(in.sourceExpression() == null ? in.source() : in.sourceExpression(), "");
    }

    private static String sorted(Set<String> texts) {
        return texts.stream().sorted().collect(Collectors.joining(", "));
    }

    private static void put(Map<Aspect, String> values, Aspect aspect, String value) {
        if (value != null && !value.isBlank()) {
            values.put(aspect, value.strip().replaceAll("[ \\t\\n\\r]+", " "));
        }
    }

    private static String label(FlowNode node) {
        String name = node.getName();
        return name == null || name.isBlank() ? node.getId() : name.strip().replaceAll("\\s+", " ");
    }
}
