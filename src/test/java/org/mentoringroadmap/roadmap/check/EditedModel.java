package org.mentoringroadmap.roadmap.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A model as somebody edits it in Modeler: what is removed goes with its shape, and the arrows around it heal. */
final class EditedModel {
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String DI = "http://www.omg.org/spec/DD/20100524/DI";
    private static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";

    private final Document document;
    private int arrows;

    EditedModel(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes an element; the arrows before and behind it become one, as far as there are both. */
    EditedModel delete(String id) {
        List<Element> before =
                elements(flow -> isArrow(flow) && flow.getAttribute("targetRef").equals(id));
        List<Element> behind =
                elements(flow -> isArrow(flow) && flow.getAttribute("sourceRef").equals(id));
        if (before.size() == 1 && behind.size() == 1) {
            String target = behind.get(0).getAttribute("targetRef");
            text(
                    element(target),
                    "incoming",
                    behind.get(0).getAttribute("id"),
                    before.get(0).getAttribute("id"));
            before.get(0).setAttribute("targetRef", target);
            remove(behind.get(0));
        } else {
            before.forEach(this::remove);
            behind.forEach(this::remove);
        }
        remove(element(id));
        return this;
    }

    /** Removes an arrow. */
    EditedModel cut(String id) {
        remove(element(id));
        return this;
    }

    /** Draws an arrow. */
    EditedModel arrow(String from, String to) {
        String id = "Flow_0drawn" + arrows++;
        Element flow = document.createElementNS(BPMN, "bpmn:sequenceFlow");
        flow.setAttribute("id", id);
        flow.setAttribute("sourceRef", from);
        flow.setAttribute("targetRef", to);
        append(element(from).getParentNode(), flow);
        reference(from, "outgoing", id);
        reference(to, "incoming", id);
        Element edge = document.createElementNS(BPMNDI, "bpmndi:BPMNEdge");
        edge.setAttribute("id", id + "_di");
        edge.setAttribute("bpmnElement", id);
        for (int x = 0; x < 2; x++) {
            Element point = document.createElementNS(DI, "di:waypoint");
            point.setAttribute("x", String.valueOf(x));
            point.setAttribute("y", "0");
            edge.appendChild(point);
        }
        plane().appendChild(edge);
        return this;
    }

    /** Draws a new element beside another one, in the same scope, with no arrows. */
    EditedModel draw(String type, String id, String name, String beside) {
        Element element = document.createElementNS(BPMN, "bpmn:" + type);
        element.setAttribute("id", id);
        Optional.ofNullable(name).ifPresent(label -> element.setAttribute("name", label));
        append(element(beside).getParentNode(), element);
        shape(id, beside);
        return this;
    }

    /** Copies an element and pastes it beside itself, as Modeler does: with an id of its own. */
    EditedModel paste(String id, String copyId) {
        Element copy = (Element) element(id).cloneNode(true);
        copy.setAttribute("id", copyId);
        children(copy, "incoming").forEach(copy::removeChild);
        children(copy, "outgoing").forEach(copy::removeChild);
        append(element(id).getParentNode(), copy);
        shape(copyId, id);
        return this;
    }

    /** Puts a marker on an activity, or on an event what it does. */
    EditedModel mark(String id, String marker) {
        Element mark = document.createElementNS(BPMN, "bpmn:" + marker);
        if (marker.equals("multiInstanceLoopCharacteristics")) {
            mark.setAttribute("isSequential", "true");
            Element times = document.createElementNS(BPMN, "bpmn:loopCardinality");
            times.setTextContent("3");
            mark.appendChild(times);
        }
        Element owner = element(id);
        Set<String> first = new HashSet<>(List.of("documentation", "extensionElements", "incoming", "outgoing"));
        Node before = owner.getFirstChild();
        while (before != null && (!(before instanceof Element child) || first.contains(child.getLocalName()))) {
            before = before.getNextSibling();
        }
        owner.insertBefore(mark, before);
        return this;
    }

    /** Writes a condition on an arrow. */
    EditedModel condition(String id, String text) {
        Element condition = document.createElementNS(BPMN, "bpmn:conditionExpression");
        condition.setAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "xsi:type", "bpmn:tFormalExpression");
        condition.setTextContent(text);
        element(id).appendChild(condition);
        return this;
    }

    /** Turns an element into another kind. */
    EditedModel turn(String id, String type) {
        document.renameNode(element(id), BPMN, "bpmn:" + type);
        return this;
    }

    /** Sets a field of the panel; null empties it. */
    EditedModel property(String id, String name, String value) {
        all("property", CAMUNDA).stream()
                .filter(property -> property.getAttribute("name").equals(name)
                        && owner(property).equals(element(id)))
                .forEach(property -> property.setAttribute("value", value == null ? "" : value));
        return this;
    }

    /** Sets what is handed to the called process. */
    EditedModel handIn(String id, String target, String expression) {
        all("in", CAMUNDA).stream()
                .filter(in ->
                        in.getAttribute("target").equals(target) && owner(in).equals(element(id)))
                .forEach(in -> in.setAttribute("sourceExpression", expression));
        return this;
    }

    EditedModel attribute(String id, String name, String value) {
        Element element = element(id);
        if (name.startsWith("camunda:")) {
            set(element, CAMUNDA, name, value);
        } else {
            set(element, null, name, value);
        }
        return this;
    }

    private static void set(Element element, String namespace, String name, String value) {
        String local = name.substring(name.indexOf(':') + 1);
        if (value == null) {
            element.removeAttributeNS(namespace, local);
        } else {
            element.setAttributeNS(namespace, name, value);
        }
    }

    /** Removes a listener. */
    EditedModel unlisten(String bean) {
        for (String kind : List.of("executionListener", "taskListener")) {
            all(kind, CAMUNDA).stream()
                    .filter(listener ->
                            listener.getAttribute("delegateExpression").equals("${" + bean + "}"))
                    .forEach(listener -> listener.getParentNode().removeChild(listener));
        }
        return this;
    }

    /** Changes what stands in an element. */
    EditedModel text(String id, String name, String text) {
        all(name, BPMN).stream()
                .filter(child -> element(id).equals(child.getParentNode())
                        || element(id).equals(child.getParentNode().getParentNode()))
                .forEach(child -> child.setTextContent(text));
        return this;
    }

    /** Writes something else wherever a text stands. */
    EditedModel replace(String part, String other) {
        String before = new String(bytes(), StandardCharsets.UTF_8);
        if (!before.contains(part)) {
            throw new IllegalStateException("No " + part);
        }
        return new EditedModel(before.replace(part, other).getBytes(StandardCharsets.UTF_8));
    }

    /** Puts something before the first place of a text. */
    EditedModel before(String part, String other) {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        int place = text.indexOf(part);
        return new EditedModel(
                (text.substring(0, place) + other + text.substring(place)).getBytes(StandardCharsets.UTF_8));
    }

    private Element element(String id) {
        return elements(element -> element.getAttribute("id").equals(id)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No element " + id));
    }

    private void remove(Element element) {
        List<String> ids = new ArrayList<>(List.of(element.getAttribute("id")));
        for (Element inner : elements(candidate -> isInside(candidate, element))) {
            ids.add(inner.getAttribute("id"));
        }
        ids.removeIf(String::isEmpty);
        for (Element event :
                elements(event -> ids.contains(event.getAttribute("attachedToRef")) && !isInside(event, element))) {
            remove(event);
        }
        for (String id : ids) {
            elements(flow -> flow.getAttribute("sourceRef").equals(id) && !isInside(flow, element))
                    .forEach(this::remove);
        }
        elements(shape -> ids.contains(shape.getAttribute("bpmnElement"))
                        && !shape.getAttribute("bpmnElement").isEmpty())
                .forEach(shape -> shape.getParentNode().removeChild(shape));
        for (String reference : List.of("incoming", "outgoing")) {
            all(reference, BPMN).stream()
                    .filter(child -> ids.contains(child.getTextContent()))
                    .forEach(child -> child.getParentNode().removeChild(child));
        }
        elements(gateway -> ids.contains(gateway.getAttribute("default")) && gateway.hasAttribute("default"))
                .forEach(gateway -> gateway.removeAttribute("default"));
        element.getParentNode().removeChild(element);
    }

    /** Notes stand behind everything else. */
    private static void append(Node scope, Element element) {
        Node before = scope.getFirstChild();
        while (before != null
                && !(before instanceof Element child
                        && List.of("textAnnotation", "association").contains(child.getLocalName()))) {
            before = before.getNextSibling();
        }
        scope.insertBefore(element, before);
    }

    private static boolean isArrow(Element element) {
        return "sequenceFlow".equals(element.getLocalName());
    }

    private static boolean isInside(Element candidate, Element outer) {
        for (Node node = candidate.getParentNode(); node != null; node = node.getParentNode()) {
            if (node.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private void reference(String id, String kind, String flow) {
        Element reference = document.createElementNS(BPMN, "bpmn:" + kind);
        reference.setTextContent(flow);
        Element owner = element(id);
        Set<String> first = new HashSet<>(List.of("documentation", "extensionElements", "incoming", kind));
        Node before = owner.getFirstChild();
        while (before != null && (!(before instanceof Element child) || first.contains(child.getLocalName()))) {
            before = before.getNextSibling();
        }
        owner.insertBefore(reference, before);
    }

    private void text(Element owner, String name, String from, String to) {
        children(owner, name).stream()
                .filter(child -> child.getTextContent().equals(from))
                .forEach(child -> child.setTextContent(to));
    }

    private void shape(String id, String like) {
        Element shape = (Element)
                elements(candidate -> candidate.getAttribute("bpmnElement").equals(like))
                        .get(0)
                        .cloneNode(true);
        shape.setAttribute("id", id + "_di");
        shape.setAttribute("bpmnElement", id);
        plane().appendChild(shape);
    }

    private Element plane() {
        return all("BPMNPlane", BPMNDI).get(0);
    }

    private static Element owner(Element child) {
        Node owner = child.getParentNode();
        while (!owner.getLocalName().equals("extensionElements")) {
            owner = owner.getParentNode();
        }
        return (Element) owner.getParentNode();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private List<Element> all(String name, String namespace) {
        return elements(element -> name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI()));
    }

    private List<Element> elements(Predicate<Element> wanted) {
        List<Element> found = new ArrayList<>();
        collect(document.getDocumentElement(), wanted, found);
        return found;
    }

    private static void collect(Element element, Predicate<Element> wanted, List<Element> found) {
        if (wanted.test(element)) {
            found.add(element);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, wanted, found);
            }
        }
    }
}
