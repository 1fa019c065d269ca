package org.mentoringroadmap.roadmap.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.FlowGraph;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.ModelProperties;

/** Rules about which kinds of elements may stand in a model. */
final class ElementTypeRules implements BpmnRules {

    /**
     * Plain and manual tasks are missing: the engine passes them without telling anybody. Complex gateways, ad-hoc
     * sub-processes and choreographies it cannot run. Send and business rule tasks join the list, with rules, when a
     * block needs one. Script tasks are refused by a rule of their own.
     */
    private static final Set<String> RUNNABLE = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "receiveTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "scriptTask");

    private static final Set<String> FOREIGN = Set.of("adHocSubProcess");

    /** The engine reads only the other marker, and passes over this one. */
    private static final String LOOP = "standardLoopCharacteristics";

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        for (FlowNode node : file.all(FlowNode.class)) {
            String type = node.getElementType().getTypeName();
            if (!RUNNABLE.contains(type)) {
                findings.addCase(node, ModelRule.ELEMENT_TYPE, wording(node, type), Messages.kind(type));
            }
        }
        file.all(UserTask.class).stream()
                .filter(UserTaskRules::isBare)
                .forEach(task -> findings.addCase(task, ModelRule.ELEMENT_TYPE, "person"));
        boolean ofRoadmap = RoadmapRules.isRoadmap(file.model())
                || RoadmapRules.rows(file.model()).findAny().isPresent();
        file.all(Activity.class).stream()
                .filter(activity -> marker(activity)
                        .filter(marker -> !isMeant(activity, marker, ofRoadmap))
                        .isPresent())
                .forEach(activity -> findings.add(activity, ModelRule.REPEATED));
        if (ofRoadmap) {
            file.all(TerminateEventDefinition.class).stream()
                    .map(TerminateEventDefinition::getParentElement)
                    .filter(Event.class::isInstance)
                    .forEach(event -> findings.add((Event) event, ModelRule.STOPS_EVERYTHING));
        }
    }

    /**
     * Reports kinds of elements that the engine does not even know as elements of a way.
     *
     * @return whether there are any
     */
    static boolean reportForeign(BpmnFile file, Findings findings) {
        List<ModelElementInstance> foreign = FlowGraph.everywhere(file.model(), ModelElementInstance.class).stream()
                .filter(element -> FOREIGN.contains(element.getElementType().getTypeName()))
                .toList();
        foreign.forEach(element -> findings.addCase(
                element.getAttributeValue("id"),
                element.getAttributeValue("name"),
                ModelRule.ELEMENT_TYPE,
                "sub-process",
                Messages.kind(element.getElementType().getTypeName())));
        return !foreign.isEmpty();
    }

    private static String wording(FlowNode node, String type) {
        if ("task".equals(type)) {
            return "template";
        }
        if (node instanceof Task) {
            return "task";
        }
        if (node instanceof SubProcess) {
            return "sub-process";
        }
        return node instanceof Gateway ? "gateway" : "other";
    }

    /** What says that an activity is done several times: blocks hand their tasks to each of several people that way. */
    private static Optional<DomElement> marker(Activity activity) {
        return activity.getDomElement().getChildElements().stream()
                .filter(child -> child.getLocalName().endsWith("LoopCharacteristics"))
                .findFirst();
    }

    /** One row may be done several times at once where it says how often; what has rows in it may not. */
    private static boolean isMeant(Activity activity, DomElement marker, boolean ofRoadmap) {
        boolean saysHowOften = marker.hasAttribute(ModelProperties.ENGINE, "collection")
                || marker.getChildElements().stream()
                        .anyMatch(child -> child.getLocalName().equals("loopCardinality"));
        boolean isRow = ModelProperties.of(activity).containsKey(ModelProperties.ITEM);
        return !marker.getLocalName().equals(LOOP) && saysHowOften && (isRow || !ofRoadmap);
    }
}
