package org.mentoringroadmap.support;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** A shipped model as somebody edits it in Modeler, with its drawing. */
public final class EditedModel {
    private final BpmnModelInstance model;

    private EditedModel(BpmnModelInstance model) {
        this.model = model;
    }

    /** The shipped file. */
    public static EditedModel shipped(String file) {
        InputStream content = Stream.of("target-model/", "blocks/", "lifecycles/")
                .map(folder -> EditedModel.class.getResourceAsStream("/processes/" + folder + file))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return new EditedModel(Bpmn.readModelFromStream(content));
    }

    /** The file as it is sent. */
    public String text() {
        return Bpmn.convertToString(model) // without what the library adds as defaults of the schema
                .replaceAll(" (typeLanguage|expressionLanguage|implementation|behavior)=\"[^\"]*\"", "");
    }

    /** Names an element. */
    public EditedModel name(String id, String name) {
        node(id).setName(name);
        return this;
    }

    /** Writes a property of an element. */
    public EditedModel property(String id, String property, String value) {
        properties(node(id)).stream()
                .filter(one -> one.getCamundaName().equals(property))
                .findFirst()
                .orElseThrow()
                .setCamundaValue(value);
        return this;
    }

    /** Writes a property that an element does not have yet. */
    public EditedModel addProperty(String id, String property, String value) {
        CamundaProperty added = model.newInstance(CamundaProperty.class);
        added.setCamundaName(property);
        added.setCamundaValue(value);
        node(id).getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaProperties.class)
                .singleResult()
                .addChildElement(added);
        return this;
    }

    /** Two activities exchange their numbers. */
    public EditedModel exchangeNumbers(String one, String other) {
        String number = property(one, "roadmapItem");
        property(one, "roadmapItem", property(other, "roadmapItem"));
        return property(other, "roadmapItem", number);
    }

    /** Another process does an activity. */
    public EditedModel call(String id, String process) {
        ((CallActivity) node(id)).setCalledElement(process);
        return this;
    }

    /** What a call hands in as it stands: a choice of its template. */
    public EditedModel handIn(String id, String target, String value) {
        node(id).getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                .filter(one -> target.equals(one.getCamundaTarget()))
                .findFirst()
                .orElseThrow()
                .setCamundaSourceExpression(value);
        return this;
    }

    /** Names the process itself anew, as for another file; its activities get the numbers of another stage. */
    public EditedModel process(String id, String name, String stage) {
        model.getModelElementsByType(CamundaProperty.class).stream()
                .filter(property -> property.getCamundaName().equals("roadmapItem"))
                .forEach(property ->
                        property.setCamundaValue(property.getCamundaValue().replaceFirst("-\\d+", "-" + stage)));
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        process.setId(id);
        process.setName(name);
        return this;
    }

    /** Takes out an element; where nothing else stands between two others, the arrow goes on past it. */
    public EditedModel remove(String id, boolean goOn) {
        FlowNode node = node(id);
        List<SequenceFlow> in =
                flows().stream().filter(flow -> node.equals(flow.getTarget())).toList();
        List<SequenceFlow> out =
                flows().stream().filter(flow -> node.equals(flow.getSource())).toList();
        FlowNode next = out.get(0).getTarget();
        out.forEach(this::remove);
        in.forEach(flow -> {
            if (goOn) {
                node.getIncoming().remove(flow);
                flow.setTarget(next);
                next.getIncoming().add(flow);
            } else {
                remove(flow);
            }
        });
        drawing(id);
        node.getParentElement().removeChildElement(node);
        return this;
    }

    /** Puts a copy of a call of a process between an element and the one that follows it. */
    public EditedModel insertAfter(String id, String copied, String newId, String name, String number) {
        FlowNode before = node(id);
        SequenceFlow flow = flows().stream()
                .filter(one -> before.equals(one.getSource()))
                .findFirst()
                .orElseThrow();
        FlowNode after = flow.getTarget();
        remove(flow);
        before.builder().callActivity(newId).name(name).connectTo(after.getId());
        fill((CallActivity) node(copied), (CallActivity) node(newId), number);
        flows().forEach(EditedModel::nameFlow);
        return this;
    }

    /** Puts a copy of a call beside others, between a fork and its join. */
    public EditedModel insertBetween(
            String fork, String join, String copied, String newId, String name, String number) {
        node(fork).builder().callActivity(newId).name(name).connectTo(join);
        fill((CallActivity) node(copied), (CallActivity) node(newId), number);
        flows().forEach(EditedModel::nameFlow);
        return this;
    }

    /** Puts a task of a block on an arrow, with the term of another one. */
    public EditedModel insertTask(String flow, String copied, String newId, String name) {
        SequenceFlow way = model.getModelElementById(flow);
        FlowNode after = way.getTarget();
        UserTask like = (UserTask) node(copied);
        UserTask task = way.getSource().builder().userTask(newId).name(name).getElement();
        remove(task.getIncoming().iterator().next());
        after.getIncoming().remove(way);
        way.setTarget(task);
        task.getIncoming().add(way);
        task.builder().connectTo(after.getId());
        task.setCamundaCandidateGroups("${responsible}");
        task.setCamundaDueDate(like.getCamundaDueDate());
        task.setCamundaFollowUpDate(like.getCamundaFollowUpDate());
        task.setCamundaFormKey("/tasks/activity");
        task.setCamundaAsyncAfter(true);
        var guide = model.newInstance(org.camunda.bpm.model.bpmn.instance.Documentation.class);
        guide.setTextContent("Что сделать сейчас. Сделайте и это.");
        task.getDocumentations().add(guide);
        flows().forEach(EditedModel::nameFlow);
        return this;
    }

    /** Renames an element for the engine, as it is after it was deleted and drawn anew. */
    public EditedModel drawAnew(String id, String newId) {
        node(id).setId(newId);
        return this;
    }

    private static void nameFlow(SequenceFlow flow) {
        if (flow.getId().matches("sequenceFlow_.*")) {
            flow.setId("Flow_" + flow.getSource().getId().replace("_", "") + "To"
                    + flow.getTarget().getId().replace("_", ""));
        }
    }

    private void fill(CallActivity from, CallActivity to, String number) {
        to.setCalledElement(from.getCalledElement());
        to.setCamundaCalledElementBinding("latest");
        from.getDocumentations().forEach(documentation -> {
            var copy = model.newInstance(org.camunda.bpm.model.bpmn.instance.Documentation.class);
            copy.setTextContent(documentation.getTextContent());
            to.getDocumentations().add(copy);
        });
        ExtensionElements elements = model.newInstance(ExtensionElements.class);
        to.setExtensionElements(elements);
        CamundaProperties copies =
                properties(from).isEmpty() ? null : elements.addExtensionElement(CamundaProperties.class);
        properties(from).forEach(property -> {
            CamundaProperty copy = model.newInstance(CamundaProperty.class);
            copy.setCamundaName(property.getCamundaName());
            boolean isNumber = List.of("roadmapItem", "roadmapStage").contains(property.getCamundaName());
            copy.setCamundaValue(isNumber ? number : property.getCamundaValue());
            if (!property.getCamundaName().equals("roadmapOrderTerm")) {
                copies.addChildElement(copy);
            }
        });
        from.getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaIn.class)
                .list()
                .forEach(in -> {
                    CamundaIn copy = elements.addExtensionElement(CamundaIn.class);
                    if (in.getCamundaSource() != null) {
                        copy.setCamundaSource(in.getCamundaSource());
                    }
                    if (in.getCamundaSourceExpression() != null) {
                        copy.setCamundaSourceExpression(in.getCamundaSourceExpression());
                    }
                    if (in.getCamundaTarget() != null) {
                        copy.setCamundaTarget(in.getCamundaTarget());
                    }
                    if (in.getCamundaBusinessKey() != null) {
                        copy.setCamundaBusinessKey(in.getCamundaBusinessKey());
                    }
                });
    }

    private FlowNode node(String id) {
        return model.getModelElementById(id);
    }

    private String property(String id, String property) {
        return properties(node(id)).stream()
                .filter(one -> one.getCamundaName().equals(property))
                .findFirst()
                .orElseThrow()
                .getCamundaValue();
    }

    private static Collection<CamundaProperty> properties(BaseElement element) {
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .toList();
    }

    private List<SequenceFlow> flows() {
        return List.copyOf(model.getModelElementsByType(SequenceFlow.class));
    }

    private void remove(SequenceFlow flow) {
        flow.getSource().getOutgoing().remove(flow);
        flow.getTarget().getIncoming().remove(flow);
        drawing(flow.getId());
        flow.getParentElement().removeChildElement(flow);
    }

    private void drawing(String id) {
        List.copyOf(model.getModelElementsByType(BpmnEdge.class)).stream()
                .filter(edge -> edge.getBpmnElement() != null
                        && id.equals(edge.getBpmnElement().getId()))
                .forEach(edge -> edge.getParentElement().removeChildElement(edge));
        List.copyOf(model.getModelElementsByType(BpmnShape.class)).stream()
                .filter(shape -> shape.getBpmnElement() != null
                        && id.equals(shape.getBpmnElement().getId()))
                .forEach(shape -> shape.getParentElement().removeChildElement(shape));
    }
}
