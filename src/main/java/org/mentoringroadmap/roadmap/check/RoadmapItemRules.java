package org.mentoringroadmap.roadmap.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.DateTerm;
import org.mentoringroadmap.roadmap.InvalidTermException;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.ModelReferences;
import org.mentoringroadmap.roadmap.OrderTerm;
import org.mentoringroadmap.roadmap.RelativeTerm;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.roadmap.RoadmapPaper;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.roadmap.TermRange;
import org.mentoringroadmap.shared.SchoolYear;

/**
 * Rules about elements that are rows or stages of a roadmap. A row has a number; term, responsible and result may be
 * missing, as they may be on paper.
 */
final class RoadmapItemRules implements BpmnRules {
    private static final String OUR_TEMPLATES = "org.mentoringroadmap.";
    private static final String STAGE_TEMPLATE = OUR_TEMPLATES + "stage";
    private static final String ROW_INPUT = "activityProperties.";

    private static final List<String> OF_A_ROW = List.of(
            ModelProperties.RESULT,
            ModelProperties.START,
            ModelProperties.DUE,
            ModelProperties.RESPONSIBLE,
            ModelProperties.PRINTED,
            ModelProperties.PRINTED_TERM,
            ModelProperties.PRINTED_RESPONSIBLE,
            ModelProperties.DOCUMENT_KIND,
            ModelProperties.CO_EXECUTORS,
            ModelProperties.CELLS,
            ModelProperties.ORDER_TERM);

    private static final String ORDER_TERMS =
            Arrays.stream(OrderTerm.values()).map(OrderTerm::id).collect(Collectors.joining(", "));

    /** Terms are compared in one year for all, since no term depends on which year it is. */
    static final SchoolYear ANY_YEAR = SchoolYear.parse("2025-2026");

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        for (FlowNode node : file.all(FlowNode.class)) {
            Map<String, String> properties = ModelProperties.of(node);
            if (isStage(node, properties)) {
                checkStage(node, properties.get(ModelProperties.STAGE), findings);
            } else if (isRow(node, properties) || callsABlock(node, known)) {
                checkItem(node, properties, known, findings);
            }
        }
        checkStagesTogether(file, findings);
        checkBlockNames(file, findings);
        file.executableProcess().ifPresent(process -> {
            checkPaper(process, findings);
            if (ModelReferences.isRoadmap(file.model())) {
                RoadmapPaper.problemOfPlainName(process.getName())
                        .ifPresent(problem -> report(process, problem, findings));
            }
            Map<String, String> properties = ModelProperties.of(process);
            if (properties.containsKey(ModelProperties.TABLE) && !properties.containsKey(ModelProperties.SECTIONS)) {
                findings.addCase(process, ModelRule.ROADMAP_PAPER, "table-alone");
            }
        });
        file.all(CallActivity.class).stream()
                .filter(call -> isStage(call, ModelProperties.of(call)))
                .forEach(call -> {
                    checkPaper(call, findings);
                    RoadmapPaper.problemOfName(call.getName()).ifPresent(problem -> report(call, problem, findings));
                });
    }

    // ---- stages

    private static boolean isStage(FlowNode node, Map<String, String> properties) {
        return properties.containsKey(ModelProperties.STAGE)
                || STAGE_TEMPLATE.equals(ModelProperties.attribute(node, "modelerTemplate"));
    }

    private static void checkStage(FlowNode node, String number, Findings findings) {
        if (number == null) {
            findings.addCase(node, ModelRule.ROADMAP_STAGE, "missing");
        } else if (!RoadmapPaper.isNothing(number) && !RoadmapItems.isStage(plain(number))) {
            findings.addCase(node, ModelRule.ROADMAP_STAGE, "form", number);
        }
    }

    /** Two stages of one number would share their rows. */
    private static void checkStagesTogether(BpmnFile file, Findings findings) {
        Set<String> numbers = new HashSet<>();
        for (CallActivity call : file.all(CallActivity.class)) {
            String number = ModelProperties.of(call).get(ModelProperties.STAGE);
            if (number != null
                    && !RoadmapPaper.isNothing(number)
                    && !numbers.add(RoadmapItems.printed(plain(number)))) {
                findings.addCase(call, ModelRule.ROADMAP_STAGE, "taken", plain(number));
            }
        }
        file.executableProcess()
                .ifPresent(process -> RoadmapPaper.sections(ModelProperties.of(process)).stream()
                        .filter(section -> !numbers.add(section.number()))
                        .forEach(section ->
                                findings.addCase(process, ModelRule.ROADMAP_PAPER, "section-taken", section.number())));
    }

    /** A sub-process around rows is printed beside them. */
    private static void checkBlockNames(BpmnFile file, Findings findings) {
        RoadmapRules.rows(file.model())
                .flatMap(row -> Stream.iterate(
                        row.getParentElement(), SubProcess.class::isInstance, ModelElementInstance::getParentElement))
                .map(SubProcess.class::cast)
                .distinct()
                .forEach(block -> RoadmapPaper.problemOfPlainName(block.getName())
                        .ifPresent(problem -> report(block, problem, findings)));
    }

    private static String plain(String number) {
        return number.replaceAll("[.)]+$", "");
    }

    /** How the document of the roadmap looks is said by its master, and by stages that have a table of their own. */
    private static void checkPaper(BaseElement process, Findings findings) {
        RoadmapPaper.problem(ModelProperties.of(process)).ifPresent(problem -> report(process, problem, findings));
    }

    static void report(BaseElement element, RoadmapPaper.Problem problem, Findings findings) {
        findings.addCase(
                element,
                ModelRule.ROADMAP_PAPER,
                problem.code(),
                problem.text(),
                RoadmapPaper.MAX_COLUMNS,
                Messages.onPanel(problem.field()));
    }

    // ---- rows

    /**
     * Whoever takes a template for a row, or calls a block that reads its properties, means a row, even with every field
     * still empty.
     */
    private static boolean isRow(FlowNode node, Map<String, String> properties) {
        return properties.containsKey(ModelProperties.ITEM)
                || OF_A_ROW.stream().anyMatch(properties::containsKey)
                || node instanceof CallActivity && (isOfOurTemplate(node) || readsProperties(node));
    }

    private static boolean isOfOurTemplate(FlowNode node) {
        String template = ModelProperties.attribute(node, "modelerTemplate");
        return template != null && template.startsWith(OUR_TEMPLATES);
    }

    private static boolean readsProperties(FlowNode node) {
        return ModelProperties.handIns(node).stream()
                .anyMatch(in ->
                        in.sourceExpression() != null && in.sourceExpression().contains(ROW_INPUT));
    }

    /** A block that calls another hands its own row on. */
    private static boolean callsABlock(FlowNode node, ModelContext known) {
        return node instanceof CallActivity call
                && call.getCalledElement() != null
                && ModelProperties.handIns(call).stream().noneMatch(in -> ModelProperties.ITEM.equals(in.target()))
                && known.process(call.getCalledElement())
                        .filter(ModelReferences::isBlock)
                        .isPresent();
    }

    private static void checkItem(
            FlowNode node, Map<String, String> properties, ModelContext known, Findings findings) {
        if (RoadmapItems.main(properties.get(ModelProperties.ITEM)) == null) {
            findings.add(node, ModelRule.ROADMAP_PROPERTY, label(ModelProperties.ITEM));
        }
        checkNumbers(node, properties, ModelProperties.ITEM, findings);
        UserTaskRules.checkRoles(
                node, properties.get(ModelProperties.RESPONSIBLE), ModelProperties.RESPONSIBLE, known, findings);
        ModelProperties.roles(properties.get(ModelProperties.RESPONSIBLE)).stream()
                .filter(ModelProperties::isExpression) // printed as it stands, and held by nobody
                .forEach(role ->
                        findings.addCase(node, ModelRule.UNKNOWN_ROLE, "unknown", role, ModelProperties.RESPONSIBLE));
        if (ModelProperties.documentation(node).isBlank() && !(node instanceof UserTask)) {
            findings.add(node, ModelRule.DOCUMENTATION);
        }
        checkTerm(node, properties, findings);
        RoadmapPaper.problemOfRow(properties, RoadmapItems.list(properties.get(ModelProperties.ITEM)))
                .or(() -> RoadmapPaper.problemOfName(node.getName()))
                .ifPresent(problem -> report(node, problem, findings));
        String orderTerm = properties.get(ModelProperties.ORDER_TERM);
        if (orderTerm != null && OrderTerm.of(orderTerm).isEmpty()) {
            findings.add(node, ModelRule.ROADMAP_ORDER_TERM, orderTerm, ORDER_TERMS);
        }
        if (node instanceof UserTask task) {
            checkResponsible(task, properties.get(ModelProperties.RESPONSIBLE), findings);
        }
    }

    /** Numbers in a property, each of the form that papers use. */
    static void checkNumbers(FlowNode node, Map<String, String> properties, String property, Findings findings) {
        String text = properties.get(property);
        if (RoadmapItems.isDoubtful(text)) {
            findings.addCase(
                    node,
                    ModelRule.ROADMAP_ITEM,
                    "commas",
                    text,
                    property,
                    text.replace(',', '.'),
                    text.replaceAll("\\s*,\\s*", ", "));
            return;
        }
        RoadmapItems.list(text).stream()
                .filter(item -> !RoadmapItems.isWellFormed(item))
                .forEach(item -> findings.addCase(node, ModelRule.ROADMAP_ITEM, "form", item, property));
    }

    private static void checkTerm(FlowNode node, Map<String, String> properties, Findings findings) {
        Term start = term(node, properties, ModelProperties.START, findings);
        Term due = term(node, properties, ModelProperties.DUE, findings);
        if (start != null && !properties.containsKey(ModelProperties.DUE)) {
            findings.addCase(node, ModelRule.ROADMAP_TERM_ORDER, "end", start.text());
        }
        if (start != null && due != null && !new TermRange(start, due).isOrdered(ANY_YEAR)) {
            findings.addCase(node, ModelRule.ROADMAP_TERM_ORDER, "turned", start.text(), due.text());
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
            findings.add(node, ModelRule.ROADMAP_TERM, label(property), e.getMessage());
            return null;
        }
    }

    /** The term of a row whose days the calendar knows; empty where it has none, counts from another row or is not read. */
    static Optional<TermRange> range(Map<String, String> properties) {
        try {
            String start = properties.get(ModelProperties.START);
            Term begins = start == null ? null : Term.parse(start);
            String due = properties.get(ModelProperties.DUE);
            Term ends = due == null ? null : Term.parse(due);
            return ends == null || begins instanceof RelativeTerm || ends instanceof RelativeTerm
                    ? Optional.empty()
                    : Optional.of(new TermRange(begins, ends));
        } catch (InvalidTermException e) {
            return Optional.empty(); // said at the term
        }
    }

    private static boolean startDiffers(UserTask task, Term start) {
        return start != null
                && !(start instanceof RelativeTerm)
                && taskDate(ModelProperties.attribute(task, "followUpDate"))
                        .filter(date -> !date.startIn(ANY_YEAR).equals(start.startIn(ANY_YEAR)))
                        .isPresent();
    }

    private static boolean dueDiffers(UserTask task, Term due) {
        return due != null
                && !(due instanceof RelativeTerm)
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

    /** What a person knows an element by: its label, else its id. */
    static String name(FlowNode node) {
        return ModelProperties.isPresent(node.getName())
                ? "«" + node.getName().strip().replaceAll("\\s+", " ") + "»"
                : node.getId();
    }

    /** How the panel of Modeler calls a property. */
    static String label(String property) {
        return Messages.onPanel(property);
    }
}
