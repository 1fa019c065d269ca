package org.mentoringroadmap.roadmap.check;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Rules about the drawing: what runs must be seen. */
final class DiagramRules implements BpmnRules {

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        Stream.concat(file.all(Participant.class).stream(), file.all(Lane.class).stream())
                .findFirst()
                .ifPresent(pool -> findings.add((BaseElement) pool, ModelRule.POOL));
        Set<String> shaped = file.all(BpmnShape.class).stream()
                .filter(shape -> shape.getBounds() != null)
                .map(DiagramRules::drawnId)
                .collect(Collectors.toSet());
        Set<String> drawn = file.all(BpmnEdge.class).stream()
                .filter(edge -> edge.getWaypoints().size() >= 2)
                .map(DiagramRules::drawnId)
                .collect(Collectors.toSet());
        report(file.all(FlowNode.class), shaped, ModelRule.SHAPE, findings);
        report(file.all(SequenceFlow.class), drawn, ModelRule.WAYPOINTS, findings);
    }

    private static String drawnId(ModelElementInstance drawing) {
        return String.valueOf(drawing.getAttributeValue("bpmnElement"));
    }

    private static void report(
            Collection<? extends BaseElement> elements, Set<String> seen, ModelRule rule, Findings findings) {
        elements.stream()
                .filter(element -> !seen.contains(String.valueOf(element.getId())))
                .forEach(element -> findings.add(element, rule));
    }
}
