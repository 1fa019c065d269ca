package org.mentoringroadmap.roadmap.check;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.block.AskedTable;
import org.mentoringroadmap.roadmap.file.ParserWords;
import org.mentoringroadmap.roadmap.file.StoredTexts;
import org.mentoringroadmap.roadmap.file.XmlElement;
import org.mentoringroadmap.roadmap.language.DecisionLanguage;
import org.mentoringroadmap.roadmap.language.Expressions;

/**
 * Rules about decision tables: their history is kept like that of processes, what may stand in one is listed, and every cell
 * is FEEL that reaches nothing but its inputs.
 */
final class DmnFileRules {
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\p{L}+");
    private static final Set<String> NUMBERS = Set.of("double", "integer", "long", "number");

    /** A cell of a table that names a word. */
    private static final Pattern NAMED = Pattern.compile("\"([^\"]*)\"");

    void check(String name, byte[] bytes, ModelContext known, Findings findings) {
        DmnModelInstance model;
        List<XmlElement> elements;
        try {
            model = Dmn.readModelFromStream(new ByteArrayInputStream(bytes));
            elements = XmlElement.read(bytes);
        } catch (ModelException | XMLStreamException e) {
            findings.addForFile(ModelRule.UNREADABLE_MODEL, ParserWords.of(bytes, e));
            return;
        }
        elements.forEach(element -> checkVocabulary(element, findings));
        elements.forEach(element -> checkCell(element, findings));
        elements.stream().filter(element -> element.name().equals("rule")).forEach(rule -> checkRow(rule, findings));
        model.getModelElementsByType(Decision.class).stream()
                .filter(decision -> !ProcessRules.isTimeToLive(decision.getDomElement()
                        .getAttribute(ModelProperties.ENGINE_OF_DECISIONS, "historyTimeToLive")))
                .forEach(
                        decision -> findings.add(decision.getId(), decision.getName(), ModelRule.HISTORY_TIME_TO_LIVE));
        Map<Decision, AskedTable> tables = new LinkedHashMap<>();
        for (Decision decision : model.getModelElementsByType(Decision.class)) {
            Optional<AskedTable> asked = known.tables().stream()
                    .filter(table -> table.decision().equals(decision.getId()))
                    .findFirst();
            if (asked.isEmpty()) {
                String others =
                        quoted(known.tables().stream().map(AskedTable::decision).toList());
                add(decision, findings, "nobody", decision.getId(), others);
            } else if (!FileNames.stem(name).equals(decision.getId())) {
                add(decision, findings, "file", decision.getId());
            } else {
                tables.put(decision, asked.get());
            }
        }
        tables.forEach((decision, asked) -> checkAnswers(decision, model, elements, asked, findings));
    }

    /** Whether a table answers each word by which it is asked, once and with what its columns may hold. */
    private static void checkAnswers(
            Decision decision, DmnModelInstance model, List<XmlElement> elements, AskedTable asked, Findings findings) {
        List<XmlElement> named = elements.stream()
                .filter(element -> element.name().equals("inputEntry"))
                .filter(cell ->
                        decision.getId().equals(cell.parent().parent().parent().attribute("id")))
                .toList();
        Set<String> found = named.stream().flatMap(DmnFileRules::words).collect(Collectors.toSet());
        List<String> missing =
                asked.asked().stream().filter(word -> !found.contains(word)).toList();
        boolean unknown = false;
        for (XmlElement cell : named) {
            List<String> others =
                    words(cell).filter(word -> !asked.asked().contains(word)).toList();
            if (!others.isEmpty()) {
                unknown = true;
                findings.addCase(
                        cell.attribute("id"),
                        label(cell),
                        ModelRule.ASKED_TABLE,
                        missing.isEmpty() ? "word" : "renamed",
                        quoted(others),
                        quoted(missing.isEmpty() ? asked.asked() : missing));
            }
        }
        if (unknown || !findings.isEmpty()) {
            return; // what such a table answers is no news
        }
        if (!missing.isEmpty()) {
            add(decision, findings, "missing", quoted(missing));
            return;
        }
        Optional<Map<String, List<Map<String, Object>>>> answers =
                DecisionLanguage.answers(model, decision.getId(), asked.input(), asked.asked());
        if (answers.isEmpty() || answers.get().values().stream().allMatch(List::isEmpty)) {
            add(decision, findings, "broken", asked.input());
        } else {
            checkAnswers(decision, asked, answers.get(), findings);
        }
    }

    /** One line for each thing that is wrong, however many words it is wrong for. */
    private static void checkAnswers(
            Decision decision, AskedTable asked, Map<String, List<Map<String, Object>>> answers, Findings findings) {
        List<String> severally = wrong(answers, rows -> rows.size() != 1);
        if (!severally.isEmpty()) {
            add(decision, findings, "answers", quoted(severally));
            return;
        }
        asked.words().forEach((column, allowed) -> {
            List<String> wrong =
                    wrong(answers, rows -> !allowed.contains(said(rows.get(0).get(column))));
            if (!wrong.isEmpty()) {
                add(decision, findings, "value", quoted(wrong), column, quoted(new TreeSet<>(allowed)));
            }
        });
        asked.numbers().forEach(column -> {
            List<String> wrong = wrong(answers, rows -> !isAmount(rows.get(0).get(column)));
            if (!wrong.isEmpty()) {
                add(decision, findings, "number", quoted(wrong), column);
            }
        });
    }

    private static List<String> wrong(
            Map<String, List<Map<String, Object>>> answers, Predicate<List<Map<String, Object>>> isWrong) {
        return answers.entrySet().stream()
                .filter(answer -> isWrong.test(answer.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isAmount(Object value) {
        return value instanceof Number number && number.doubleValue() >= 0 && !Double.isInfinite(number.doubleValue());
    }

    private static String quoted(Collection<String> words) {
        return words.stream().map(word -> "«" + word + "»").collect(Collectors.joining(", "));
    }

    private static String said(Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private static Stream<String> words(XmlElement cell) {
        return NAMED.matcher(content(cell)).results().map(word -> word.group(1));
    }

    private static void add(Decision decision, Findings findings, String wording, Object... arguments) {
        findings.addCase(decision.getId(), decision.getName(), ModelRule.ASKED_TABLE, wording, arguments);
    }

    private static void checkVocabulary(XmlElement element, Findings findings) {
        element.declared().stream()
                .filter(namespace -> !Vocabulary.DECISIONS.knows(namespace))
                .forEach(namespace -> findings.addForFile(ModelRule.NAMESPACE, namespace));
        if (!Vocabulary.DECISIONS.knows(element.namespace())) {
            report(element, findings, ModelRule.NAMESPACE, element.namespace());
            return;
        }
        if (!Vocabulary.DECISIONS.allows(element)) {
            report(element, findings, ModelRule.VOCABULARY, element.name());
            return;
        }
        for (XmlElement.Attribute attribute : element.attributes()) {
            if (!Vocabulary.DECISIONS.knows(attribute.namespace())) {
                report(element, findings, ModelRule.NAMESPACE, attribute.namespace());
            } else if (!Vocabulary.DECISIONS.allows(element, attribute)) {
                report(element, findings, ModelRule.VOCABULARY, attribute.name());
            } else if (attribute.name().equals("expressionLanguage") && !DecisionLanguage.isFeel(attribute.value())) {
                report(element, findings, ModelRule.EXPRESSION_LANGUAGE, attribute.value());
            } else {
                checkText(element, attribute.name(), attribute.value(), findings);
                StoredTexts.limit(attribute)
                        .ifPresent(limit -> report(
                                element, findings, ModelRule.TEXT_TOO_LONG, attribute.name(), String.valueOf(limit)));
            }
        }
        if (!isCell(element)) {
            checkText(element, element.name(), element.text(), findings);
        }
    }

    /** Beside its cells a table computes nothing, so there is no variable that a text could ask for. */
    private static void checkText(XmlElement element, String name, String text, Findings findings) {
        Expressions.refused(text, variable -> true)
                .ifPresent(part -> report(element, findings, ModelRule.EXPRESSION, name, part));
    }

    private static boolean isCell(XmlElement element) {
        return element.name().equals("text") && element.parent() != null;
    }

    /** What stands in a cell is computed. */
    private static void checkCell(XmlElement element, Findings findings) {
        if (!isCell(element)) {
            return;
        }
        Optional<String> refused = switch (element.parent().name()) {
            case "inputExpression", "outputEntry", "literalExpression" -> DecisionLanguage.refused(element.text());
            case "inputEntry", "inputValues", "outputValues" -> DecisionLanguage.refusedTest(element.text());
            default -> Optional.empty();
        };
        refused.ifPresent(part ->
                report(element, findings, ModelRule.EXPRESSION, element.parent().name(), part));
    }

    /** A table that answers otherwise than its columns say, or twice, fails when somebody asks it. */
    private static void checkRow(XmlElement rule, Findings findings) {
        XmlElement table = rule.parent();
        List<XmlElement> columns = table.children("output");
        List<XmlElement> cells = rule.children("outputEntry");
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            String value = content(cells.get(i));
            String allowed = columns.get(i).children("outputValues").stream()
                    .map(DmnFileRules::content)
                    .collect(Collectors.joining(","));
            if (LITERAL.matcher(value).matches()
                    && !allowed.isEmpty()
                    && !listed(allowed).contains(value)) {
                reportCase(cells.get(i), findings, "value", value, allowed);
            } else if (NUMBERS.contains(String.valueOf(columns.get(i).attribute("typeRef")))
                    && WORD.matcher(value).matches()) {
                reportCase(cells.get(i), findings, "number", value);
            }
        }
        String hitPolicy = table.attribute("hitPolicy");
        boolean onlyOne = hitPolicy == null || hitPolicy.equals("UNIQUE");
        boolean again = table.children("rule").stream()
                .takeWhile(other -> other != rule)
                .anyMatch(other -> conditions(other).equals(conditions(rule)));
        if (onlyOne && again) {
            reportCase(rule, findings, "twice", String.join(", ", conditions(rule)));
        }
    }

    private static List<String> conditions(XmlElement rule) {
        return rule.children("inputEntry").stream().map(DmnFileRules::content).toList();
    }

    private static List<String> listed(String values) {
        return List.of(values.strip().split("\\s*,\\s*"));
    }

    private static String content(XmlElement cell) {
        return cell.children("text").stream().map(text -> text.text().strip()).collect(Collectors.joining());
    }

    private static void reportCase(XmlElement element, Findings findings, String wording, Object... arguments) {
        findings.addCase(element.attribute("id"), label(element), ModelRule.TABLE_ROW, wording, arguments);
    }

    /** At the nearest element with an id; a cell is named by its column, as Modeler shows it. */
    private static void report(XmlElement element, Findings findings, ModelRule rule, Object... arguments) {
        XmlElement owner = element;
        while (owner.parent() != null && owner.attribute("id") == null) {
            owner = owner.parent();
        }
        if (owner.parent() == null) {
            findings.addForFile(rule, arguments);
        } else {
            findings.add(owner.attribute("id"), label(owner), rule, arguments);
        }
    }

    private static String label(XmlElement owner) {
        return switch (owner.name()) {
            case "inputEntry" -> columnOf(owner, "input");
            case "outputEntry" -> columnOf(owner, "output");
            case "inputExpression", "inputValues", "outputValues" ->
                owner.parent().attribute("label");
            default -> Optional.ofNullable(owner.attribute("label")).orElse(owner.attribute("name"));
        };
    }

    private static String columnOf(XmlElement cell, String kind) {
        XmlElement rule = cell.parent();
        List<XmlElement> columns =
                rule.parent() == null ? List.of() : rule.parent().children(kind);
        int column = rule.children(cell.name()).indexOf(cell);
        return column < columns.size() ? columns.get(column).attribute("label") : null;
    }
}
