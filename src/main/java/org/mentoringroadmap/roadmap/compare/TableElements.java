package org.mentoringroadmap.roadmap.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.mentoringroadmap.roadmap.ElementChange.Aspect;
import org.mentoringroadmap.roadmap.ElementChange.Element;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.file.XmlElement;

/** The columns and rows of the tables of decisions in a file. */
final class TableElements {
    private TableElements() {}

    /** By their ids, in their order; none of what is no XML. */
    static Map<String, Element> of(byte[] file) {
        Map<String, Element> elements = new LinkedHashMap<>();
        try {
            for (XmlElement element : XmlElement.read(file)) {
                switch (element.name()) {
                    case "decision" -> put(elements, element, decision(element));
                    case "input", "output" -> put(elements, element, column(element));
                    case "rule" -> put(elements, element, row(element));
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            return Map.of();
        }
        return elements;
    }

    private static void put(Map<String, Element> elements, XmlElement element, Element read) {
        elements.put(element.name() + Objects.toString(element.attribute("id"), "" + elements.size()), read);
    }

    private static Element decision(XmlElement decision) {
        Map<String, String> settings = new TreeMap<>();
        decision.children("decisionTable")
                .forEach(table -> settings.put(
                        Messages.text("table.hit-policy"),
                        Stream.of("hitPolicy", "aggregation")
                                .map(table::attribute)
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" "))));
        decision.children("literalExpression")
                .forEach(value -> settings.put(Messages.text("table.expression"), content(value)));
        return element(Objects.toString(decision.attribute("name"), ""), text(decision, "description"), settings);
    }

    private static Element column(XmlElement column) {
        Map<String, String> settings = new TreeMap<>();
        column.children("inputExpression").forEach(expression -> {
            settings.put(Messages.text("table.expression"), content(expression));
            settings.put(Messages.text("table.type"), Objects.toString(expression.attribute("typeRef"), ""));
        });
        Stream.concat(column.children("inputValues").stream(), column.children("outputValues").stream())
                .forEach(values -> settings.put(Messages.text("table.values"), content(values)));
        if (column.name().equals("output")) {
            settings.put(Messages.text("table.name"), Objects.toString(column.attribute("name"), ""));
            settings.put(Messages.text("table.type"), Objects.toString(column.attribute("typeRef"), ""));
        }
        return element(Messages.text("table." + column.name(), title(column)), "", settings);
    }

    private static Element row(XmlElement row) {
        List<String> columns = new ArrayList<>();
        row.parent().children("input").forEach(column -> columns.add(title(column)));
        row.parent().children("output").forEach(column -> columns.add(title(column)));
        List<String> cells = Stream.concat(row.children("inputEntry").stream(), row.children("outputEntry").stream())
                .map(TableElements::content)
                .toList();
        Map<String, String> settings = new TreeMap<>();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            settings.put(columns.get(i), cells.get(i));
        }
        String description = text(row, "description");
        int number = row.parent().children("rule").indexOf(row) + 1;
        return new Element(
                description.isEmpty()
                        ? Messages.text("table.row", String.valueOf(number), String.join(", ", cells))
                        : Messages.text("table.row", String.valueOf(number), description),
                new EnumMap<>(Map.of(Aspect.GUIDE, description)),
                settings);
    }

    private static Element element(String name, String description, Map<String, String> settings) {
        settings.values().removeIf(String::isBlank);
        return new Element(name, new EnumMap<>(Map.of(Aspect.TITLE, name, Aspect.GUIDE, description)), settings);
    }

    private static String title(XmlElement column) {
        return Stream.of("label", "name", "id")
                .map(column::attribute)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String text(XmlElement element, String child) {
        return element.children(child).stream()
                .map(one -> one.text().strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining(" "));
    }

    private static String content(XmlElement element) {
        return text(element, "text");
    }
}
