package org.mentoringroadmap.roadmap.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.RoadmapReader;
import org.mentoringroadmap.roadmap.drawing.Drawing.Arrow;
import org.mentoringroadmap.roadmap.drawing.Drawing.Box;
import org.mentoringroadmap.roadmap.drawing.Drawing.Look;
import org.mentoringroadmap.roadmap.drawing.Drawing.Shape;
import org.mentoringroadmap.roadmap.drawing.Drawing.Unseen;
import org.mentoringroadmap.roadmap.language.Expressions;

/** Reads how a model is drawn. What has no place in the drawing is left out. */
public final class DrawingReader {
    private static final int MARGIN = 20;

    /** Longer is no drawing that somebody has made. */
    private static final int FARTHEST = 100_000;

    /** A name beside an event has this room where the model leaves the place to the modeler. */
    private static final int LABEL_WIDTH = 96;

    private static final int LABEL_HEIGHT = 45;

    private final RoadmapReader rows = new RoadmapReader();

    /** Reads the drawing of the model's process. */
    public Drawing read(BpmnModelInstance model) {
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        List<BpmnShape> drawn = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBounds() != null && shape.getBpmnElement() != null)
                .toList();
        List<BpmnEdge> edges = List.copyOf(model.getModelElementsByType(BpmnEdge.class));
        double left = Stream.concat(
                        drawn.stream().map(shape -> number(shape.getBounds().getX())),
                        edges.stream()
                                .flatMap(edge -> edge.getWaypoints().stream())
                                .map(point -> number(point.getX())))
                .min(Comparator.naturalOrder())
                .orElse(0.0);
        double top = Stream.concat(
                        drawn.stream().map(shape -> number(shape.getBounds().getY())),
                        edges.stream()
                                .flatMap(edge -> edge.getWaypoints().stream())
                                .map(point -> number(point.getY())))
                .min(Comparator.naturalOrder())
                .orElse(0.0);
        Page page = new Page(left - LABEL_WIDTH / 2.0 - MARGIN, top - MARGIN);
        List<Unseen> unseen = new ArrayList<>();
        Map<String, RoadmapActivity> activities = rows.activities(model).stream()
                .collect(Collectors.toMap(RoadmapActivity::elementId, Function.identity(), (one, other) -> one));
        List<Shape> shapes = drawn.stream()
                .sorted(Comparator.comparing(shape -> !(shape.getBpmnElement() instanceof SubProcess)))
                .map(shape -> shape(shape, activities, page, unseen))
                .toList();
        List<Arrow> arrows = edges.stream()
                .filter(edge -> edge.getWaypoints().size() > 1)
                .map(edge -> arrow(edge, page))
                .toList();
        return new Drawing(
                process.getId(),
                text(process.getName()),
                page.right + LABEL_WIDTH / 2 + MARGIN,
                page.bottom + LABEL_HEIGHT + MARGIN,
                shapes,
                arrows,
                unseen);
    }

    private static Shape shape(
            BpmnShape drawn, Map<String, RoadmapActivity> activities, Page page, List<Unseen> unseen) {
        BaseElement element = drawn.getBpmnElement();
        Look look = look(element);
        Box box = page.box(drawn.getBounds());
        boolean beside = look != Look.STEP && look != Look.CALL && look != Look.SCOPE && look != Look.NOTE;
        String label = element instanceof TextAnnotation note
                ? note.getText().getTextContent().strip()
                : text(element.getAttributeValue("name"));
        return new Shape(
                element.getId(),
                look,
                box,
                label,
                beside && !label.isEmpty() ? label(drawn.getBpmnLabel(), box, page) : null,
                activities.get(element.getId()),
                element instanceof CallActivity call ? RoadmapReader.label(call) : "",
                element instanceof CallActivity call ? call.getCalledElement() : null,
                unseen(element, label, unseen));
    }

    private static int unseen(BaseElement element, String label, List<Unseen> unseen) {
        List<String> beans = Stream.of("executionListener", "taskListener")
                .flatMap(kind -> ModelProperties.extensions(element, kind).stream())
                .flatMap(listener -> Expressions.bean(listener.getAttribute("delegateExpression")).stream())
                .toList();
        if (beans.isEmpty()) {
            return 0;
        }
        unseen.add(new Unseen(unseen.size() + 1, label, beans));
        return unseen.size();
    }

    private static Look look(BaseElement element) {
        if (element instanceof StartEvent) {
            return Look.START;
        }
        if (element instanceof EndEvent) {
            return Look.END;
        }
        if (element instanceof Event) {
            return Look.EVENT;
        }
        if (element instanceof ExclusiveGateway) {
            return Look.CHOICE;
        }
        if (element instanceof ParallelGateway) {
            return Look.PARALLEL;
        }
        if (element instanceof InclusiveGateway) {
            return Look.INCLUSIVE;
        }
        if (element instanceof SubProcess) {
            return Look.SCOPE;
        }
        if (element instanceof TextAnnotation) {
            return Look.NOTE;
        }
        return element instanceof CallActivity ? Look.CALL : Look.STEP;
    }

    private static Arrow arrow(BpmnEdge edge, Page page) {
        String points = edge.getWaypoints().stream().map(page::point).collect(Collectors.joining(" "));
        BaseElement element = edge.getBpmnElement();
        String label = element == null ? "" : text(element.getAttributeValue("name"));
        Waypoint first = edge.getWaypoints().iterator().next();
        Box beside = page.box(number(first.getX()) + 5, number(first.getY()) - 20, 40, 16);
        return new Arrow(
                points,
                label,
                label.isEmpty()
                        ? null
                        : edge.getBpmnLabel() == null || edge.getBpmnLabel().getBounds() == null
                                ? beside
                                : widened(page.box(edge.getBpmnLabel().getBounds()), 40),
                element instanceof Association);
    }

    private static Box label(BpmnLabel label, Box shape, Page page) {
        return label == null || label.getBounds() == null
                ? new Box(shape.middle() - LABEL_WIDTH / 2, shape.y() + shape.height() + 3, LABEL_WIDTH, LABEL_HEIGHT)
                : widened(page.box(label.getBounds()), LABEL_WIDTH);
    }

    /** Fonts differ: a label has some room around its middle. */
    private static Box widened(Box box, int least) {
        int width = Math.max(box.width(), least);
        return new Box(box.middle() - width / 2, box.y(), width, Math.max(box.height(), LABEL_HEIGHT));
    }

    private static String text(String name) {
        return name == null ? "" : name.strip().replaceAll("\\s+", " ");
    }

    /** What stands in a file and is no number is nowhere. */
    private static double number(Double written) {
        return written == null ? Double.NaN : written;
    }

    /** Where the drawing begins, and how far it has come. */
    private static final class Page {
        private final double left;
        private final double top;
        private int right;
        private int bottom;

        Page(double left, double top) {
            this.left = left;
            this.top = top;
        }

        Box box(Bounds bounds) {
            return box(
                    number(bounds.getX()),
                    number(bounds.getY()),
                    number(bounds.getWidth()),
                    number(bounds.getHeight()));
        }

        Box box(double x, double y, double width, double height) {
            Box box = new Box(across(x), down(y), inside(width), inside(height));
            right = Math.max(right, box.x() + box.width());
            bottom = Math.max(bottom, box.y() + box.height());
            return box;
        }

        String point(Waypoint point) {
            right = Math.max(right, across(number(point.getX())));
            bottom = Math.max(bottom, down(number(point.getY())));
            return across(number(point.getX())) + "," + down(number(point.getY()));
        }

        private int across(double x) {
            return inside(x - left);
        }

        private int down(double y) {
            return inside(y - top);
        }

        /** What was drawn far away, or nowhere, stands at the edge: the picture can be shown whatever a file says. */
        private static int inside(double length) {
            return (int) Math.round(Math.max(0, Math.min(length, FARTHEST)));
        }
    }
}
