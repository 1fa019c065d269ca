package org.mentoringroadmap.roadmap.check;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.mentoringroadmap.roadmap.ModelProperties;

/**
 * Rules about references between elements. The schema only demands that an id exists; a flow that points at a message
 * passes it. The other rules follow references, so they are asked only when all of these hold.
 */
final class ReferenceRules {

    private static final List<Reference> REFERENCES = List.of(
            new Reference(SequenceFlow.class, "sourceRef", FlowNode.class),
            new Reference(SequenceFlow.class, "targetRef", FlowNode.class),
            new Reference(BoundaryEvent.class, "attachedToRef", Activity.class),
            new Reference(ExclusiveGateway.class, "default", SequenceFlow.class),
            new Reference(InclusiveGateway.class, "default", SequenceFlow.class),
            new Reference(MessageEventDefinition.class, "messageRef", Message.class),
            new Reference(ReceiveTask.class, "messageRef", Message.class),
            new Reference(ErrorEventDefinition.class, "errorRef", Error.class));

    /** Whether all references hold; every one that does not is reported. */
    boolean check(BpmnFile file, Findings findings) {
        if (ElementTypeRules.reportForeign(file, findings)) {
            return false; // arrows to it would only be told as broken
        }
        boolean sound = true;
        for (Reference reference : REFERENCES) {
            for (BaseElement owner : file.all(reference.owner())) {
                String id = owner.getAttributeValue(reference.attribute());
                if (ModelProperties.isPresent(id) && !reference.target().isInstance(file.element(id))) {
                    BaseElement seen = visible(owner);
                    findings.add(seen.getId(), seen.getAttributeValue("name"), ModelRule.BROKEN_REFERENCE, id);
                    sound = false;
                }
            }
        }
        if (sound) {
            file.all(SequenceFlow.class).stream()
                    .filter(ReferenceRules::leavesItsScope)
                    .forEach(flow -> findings.add(flow, ModelRule.FLOW_SCOPE));
        }
        return sound;
    }

    private static boolean leavesItsScope(SequenceFlow flow) {
        return !flow.getParentElement().equals(flow.getSource().getParentElement())
                || !flow.getParentElement().equals(flow.getTarget().getParentElement());
    }

    /** A definition cannot be seen in the diagram, its event can. */
    private static BaseElement visible(BaseElement owner) {
        return owner.getParentElement() instanceof Event event ? event : owner;
    }

    private record Reference(Class<? extends BaseElement> owner, String attribute, Class<?> target) {}
}
