package org.mentoringroadmap.roadmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.ModelProperties.HandIn;

/**
 * Reads the table of a roadmap from the models that run it, so that paper and process cannot disagree.
 *
 * <p>The models are expected to have passed the {@code ModelChecker}; the reader says nothing about conventions. What it
 * does not find it leaves empty: one incomplete element must not hide the rest of the year.
 */
public class RoadmapReader {

    /**
     * Reads a roadmap.
     *
     * @param master model of the master process; its call activities with the property {@code roadmapStage} are the
     *     stages
     * @param models model of a process by its process id
     * @throws IllegalArgumentException when the master has no executable process
     * @throws InvalidTermException when an activity carries a term that cannot be read
     */
    public Roadmap read(BpmnModelInstance master, Function<String, Optional<BpmnModelInstance>> models) {
        Process process = master.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The master has no executable process"));
        List<Stage> stages = inFlowOrder(process).stream()
                .filter(node -> node instanceof CallActivity && has(node, ModelProperties.STAGE))
                .map(node -> stage((CallActivity) node, models))
                .toList();
        return new Roadmap(process.getId(), title(process.getName()), stages);
    }

    /**
     * The activities of one process in the order of their items; activities of the processes that it calls are not
     * among them.
     */
    public List<RoadmapActivity> activities(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> has(node, ModelProperties.ITEM))
                .map(RoadmapReader::activity)
                .sorted(Comparator.comparing(RoadmapActivity::item, RoadmapItems.order()))
                .toList();
    }

    private Stage stage(CallActivity call, Function<String, Optional<BpmnModelInstance>> models) {
        String processId = call.getCalledElement();
        List<RoadmapActivity> activities = Optional.ofNullable(processId)
                .flatMap(models)
                .map(this::activities)
                .orElse(List.of());
        String number = ModelProperties.of(call).get(ModelProperties.STAGE);
        return new Stage(number, title(call.getName()), processId, call.getId(), activities);
    }

    private static RoadmapActivity activity(FlowNode node) {
        Map<String, String> properties = ModelProperties.of(node);
        return new RoadmapActivity(
                properties.get(ModelProperties.ITEM),
                title(node.getName()),
                blockTitle(node),
                ModelProperties.documentation(node),
                properties.getOrDefault(ModelProperties.RESULT, ""),
                term(properties.get(ModelProperties.START)),
                term(properties.get(ModelProperties.DUE)),
                ModelProperties.roles(properties.get(ModelProperties.RESPONSIBLE)),
                node.getId(),
                processId(node),
                node instanceof CallActivity call ? call.getCalledElement() : null,
                OrderTerm.of(properties.get(ModelProperties.ORDER_TERM)).orElse(null),
                constants(node));
    }

    /** Labels of a diagram may be broken into lines. */
    private static String title(String label) {
        return label == null ? "" : label.strip().replaceAll("\\s+", " ");
    }

    private static Term term(String text) {
        return text == null ? null : Term.parse(text);
    }

    private static String blockTitle(FlowNode node) {
        return node.getParentElement() instanceof SubProcess block ? title(block.getName()) : null;
    }

    private static String processId(FlowNode node) {
        ModelElementInstance scope = node.getParentElement();
        while (!(scope instanceof Process)) {
            scope = scope.getParentElement();
        }
        return ((Process) scope).getId();
    }

    private static Map<String, String> constants(FlowNode node) {
        return ModelProperties.handIns(node).stream()
                .filter(in -> in.target() != null && in.sourceExpression() != null)
                .filter(in -> !ModelProperties.isExpression(in.sourceExpression()))
                .collect(Collectors.toMap(HandIn::target, HandIn::sourceExpression, (first, second) -> second));
    }

    /** Nodes that the flow does not reach come last, in the order of the file. */
    private static List<FlowNode> inFlowOrder(Process process) {
        FlowGraph graph = new FlowGraph(process);
        List<FlowNode> ordered = new ArrayList<>(graph.reachable());
        graph.nodes().stream().filter(node -> !ordered.contains(node)).forEach(ordered::add);
        return ordered;
    }

    private static boolean has(FlowNode node, String property) {
        return ModelProperties.of(node).containsKey(property);
    }
}
