package org.mentoringroadmap.roadmap.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.mentoringroadmap.roadmap.DateTerm;
import org.mentoringroadmap.roadmap.InvalidTermException;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.OrderTerm;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.roadmap.TermRange;
import org.mentoringroadmap.shared.SchoolYear;

/** Rules about elements that are numbered items of the roadmap. */
final class RoadmapItemRules implements BpmnRules {

    private static final List<String> REQUIRED = List.of(
            ModelProperties.ITEM,
            ModelProperties.RESULT,
            ModelProperties.START,
            ModelProperties.DUE,
            ModelProperties.RESPONSIBLE);

    private static final String ORDER_TERMS =
            Arrays.stream(OrderTerm.values()).map(OrderTerm::id).collect(Collectors.joining(", "));

    /** Terms are compared in one year for all, since no term depends on which year it is. */
    private static final SchoolYear ANY_YEAR = SchoolYear.parse("2025-2026");

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        for (FlowNode node : file.all(FlowNode.class)) {
            Map<String, String> properties = ModelProperties.of(node);
            if (REQUIRED.stream().anyMatch(properties::containsKey)) {
                checkItem(node, properties, known, findings);
            }
        }
    }

    private static void checkItem(
            FlowNode node, Map<String, String> properties, ModelContext known, Findings findings) {
        REQUIRED.stream()
                .filter(name -> !properties.containsKey(name))
                .forEach(name -> findings.add(node, ModelRule.ROADMAP_PROPERTY, name));
        String item = properties.get(ModelProperties.ITEM);
        if (item != null && !RoadmapItems.isWellFormed(item)) {
            findings.add(node, ModelRule.ROADMAP_ITEM, item);
        }
        ModelProperties.roles(properties.get(ModelProperties.RESPONSIBLE)).stream()
                .filter(role -> !known.roleExists(role))
                .forEach(role -> findings.add(node, ModelRule.UNKNOWN_ROLE, role));
        if (ModelProperties.documentation(node).isBlank() && !(node instanceof UserTask)) {
            findings.add(node, ModelRule.DOCUMENTATION);
        }
        checkTerm(node, properties, findings);
        String orderTerm = properties.get(ModelProperties.ORDER_TERM);
        if (orderTerm != null && OrderTerm.of(orderTerm).isEmpty()) {
            findings.add(node, ModelRule.ROADMAP_ORDER_TERM, orderTerm, ORDER_TERMS);
        }
        if (node instanceof UserTask task) {
            checkResponsible(task, properties.get(ModelProperties.RESPONSIBLE), findings);
        }
    }

    private static void checkTerm(FlowNode node, Map<String, String> properties, Findings findings) {
        Term start = term(node, properties, ModelProperties.START, findings);
        Term due = term(node, properties, ModelProperties.DUE, findings);
        if (start != null && due != null && !new TermRange(start, due).isOrdered(ANY_YEAR)) {
            findings.add(node, ModelRule.ROADMAP_TERM_ORDER, start.text(), due.text());
        }
        if (node instanceof UserTask task && (startDiffers(task, start) || dueDiffers(task, due))) {
            findings.add(node, ModelRule.ROADMAP_TERM_DIFFERS);
        }
    }

    private static Term term(FlowNode node, Map<String, String> properties, String property, Findings findings) {
        String text = properties.get(property);
        if (text == null) {
            return null;
        }
        try {
            return Term.parse(text);
        } catch (InvalidTermException e) {
            findings.add(node, ModelRule.ROADMAP_TERM, property, e.getMessage());
            return null;
        }
    }

    private static boolean startDiffers(UserTask task, Term start) {
        return start != null
                && taskDate(ModelProperties.attribute(task, "followUpDate"))
                        .filter(date -> !date.startIn(ANY_YEAR).equals(start.startIn(ANY_YEAR)))
                        .isPresent();
    }

    private static boolean dueDiffers(UserTask task, Term due) {
        return due != null
                && taskDate(ModelProperties.attribute(task, "dueDate"))
                        .filter(date -> !date.dueIn(ANY_YEAR).equals(due.dueIn(ANY_YEAR)))
                        .isPresent();
    }

    /** Empty when the date is missing or cannot be read: that is reported by a rule of its own. */
    private static Optional<Term> taskDate(String text) {
        try {
            return Optional.of(DateTerm.parse(text == null ? "" : text.strip()));
        } catch (InvalidTermException e) {
            return Optional.empty();
        }
    }

    private static void checkResponsible(UserTask task, String responsible, Findings findings) {
        String groups = ModelProperties.attribute(task, "candidateGroups");
        if (responsible == null || !ModelProperties.isPresent(groups) || ModelProperties.isExpression(groups)) {
            return;
        }
        if (!Set.copyOf(ModelProperties.roles(groups)).equals(Set.copyOf(ModelProperties.roles(responsible)))) {
            findings.add(task, ModelRule.ROADMAP_RESPONSIBLE_DIFFERS, responsible);
        }
    }
}
